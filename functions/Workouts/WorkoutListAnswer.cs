using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>A bare array, and the next page in <c>Link</c> (RFC 8288).</summary>
internal sealed class WorkoutListAnswer(ListPage page) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.NextCursor is { } cursor)
            httpContext.LinkNext("cursor", WorkoutQueries.EncodeCursor(cursor));
        return new RawJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in page.Items)
                item.WriteTo(writer);
            writer.WriteEndArray();
        }).ExecuteAsync(httpContext);
    }
}
