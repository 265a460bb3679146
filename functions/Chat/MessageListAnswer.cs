using System.Globalization;
using FitServerless.Chat;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Chat;

/// <summary>A bare array, and in <c>Link</c> (RFC 8288) where to go on.</summary>
internal sealed class MessageListAnswer(IReadOnlyList<ChatMessage> messages, int limit) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (messages.Count == limit)
            httpContext.LinkNext("after", messages[^1].Sequence.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(messages, ChatContracts.Default.IReadOnlyListChatMessage).ExecuteAsync(httpContext);
    }
}
