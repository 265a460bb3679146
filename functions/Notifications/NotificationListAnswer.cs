using System.Globalization;
using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Notifications;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Notifications;

/// <summary>A bare array, and the next page in <c>Link</c>.</summary>
internal sealed class NotificationListAnswer(IReadOnlyList<Notification> page, int limit) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.Count == limit)
            httpContext.LinkNext("after", page[^1].Sequence.ToString(CultureInfo.InvariantCulture));
        return new RawJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var one in page)
                JsonSerializer.Serialize(writer, one, NotificationJson.Default.Notification);
            writer.WriteEndArray();
        }).ExecuteAsync(httpContext);
    }
}
