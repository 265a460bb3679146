using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FitServerless.Functions.Workouts;

/// <summary>A bare array, and the next page in <c>Link</c> (RFC 8288).</summary>
internal sealed class WorkoutListAnswer(ListPage page) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.NextCursor is { } cursor)
            httpContext.Response.Headers.Link = $"<{NextUrl(httpContext.Request, cursor)}>; rel=\"next\"";
        return new RawJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in page.Items)
                item.WriteTo(writer);
            writer.WriteEndArray();
        }).ExecuteAsync(httpContext);
    }

    /// <summary>The same request with another cursor; relative, since behind a proxy we do not know our own host.</summary>
    private static string NextUrl(HttpRequest request, string cursor)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != "cursor")
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString())))
        {
            { "cursor", WorkoutQueries.EncodeCursor(cursor) },
        };
        return request.Path + query.ToQueryString();
    }
}
