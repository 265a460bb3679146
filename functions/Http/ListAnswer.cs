using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FitServerless.Functions.Http;

/// <summary>A bare array, and the next page in <c>Link</c> (RFC 8288).</summary>
internal sealed class ListAnswer<T>(IReadOnlyList<T> items, string? nextCursor, Action<Utf8JsonWriter, T> write) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (nextCursor is not null)
            httpContext.Response.Headers.Link = $"<{NextUrl(httpContext.Request, nextCursor)}>; rel=\"next\"";
        return new RawJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                write(writer, item);
            writer.WriteEndArray();
        }).ExecuteAsync(httpContext);
    }

    /// <summary>The same request with another cursor; relative, since behind a proxy we do not know our own host.</summary>
    private static string NextUrl(HttpRequest request, string cursor)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != "cursor")
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString())))
        {
            { "cursor", ListCursors.Encode(cursor) },
        };
        return request.Path + query.ToQueryString();
    }
}
