using System.Globalization;
using FitServerless.Chat;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Chat;

/// <summary>A bare array, and in <c>Link</c> (RFC 8288) where to go on.</summary>
internal sealed class MessageListAnswer(IReadOnlyList<ChatMessage> messages, int limit) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (messages.Count == limit)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{httpContext.Request.Path}?after={messages[^1].Sequence}&limit={limit}");
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return TypedResults.Json(messages, ChatContracts.Default.IReadOnlyListChatMessage).ExecuteAsync(httpContext);
    }
}
