using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>A bare array, and the next page in <c>Link</c> (RFC 8288).</summary>
internal sealed class ListAnswer<T>(IReadOnlyList<T> items, string? nextCursor, Action<Utf8JsonWriter, T> write) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (nextCursor is not null)
            httpContext.LinkNext("cursor", ListCursors.Encode(nextCursor));
        return new RawJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                write(writer, item);
            writer.WriteEndArray();
        }).ExecuteAsync(httpContext);
    }
}
