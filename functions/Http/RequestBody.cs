using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>
/// Reads JSON bodies. Not the worker's <c>[FromBody]</c>: that reads a body of any size before anybody can refuse it, and answers a
/// malformed one with 500.
/// </summary>
internal static class RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="ProblemException">400, 413 (decided before reading more than <paramref name="limit"/> bytes) or 415.</exception>
    /// <param name="anyType">Whatever the client calls it: for clients that do not name a content type.</param>
    public static async Task<T> ReadAsync<T>(
        this HttpRequest request, JsonTypeInfo<T> contract, int limit, CancellationToken cancellationToken, bool anyType = false)
        where T : class
    {
        if (!anyType && !request.HasJsonContentType())
            throw new ProblemException(Problems.NotJson);
        if (request.ContentLength > limit)
            throw new ProblemException(Problems.TooLarge(limit));
        using var body = new PooledBody(limit, request.ContentLength);
        await body.ReadAsync(request.Body, cancellationToken);
        return Parse(body.Content, contract);
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> contract)
        where T : class
    {
        if (json.StartsWith(ByteOrderMark))
            json = json[ByteOrderMark.Length..];
        if (json.IsEmpty)
            throw new ProblemException(Problems.Malformed("The body is empty."));
        if (!Utf8.IsValid(json))
            throw new ProblemException(Problems.Malformed("The body is not UTF-8."));
        try
        {
            return JsonSerializer.Deserialize(json, contract) ?? throw new ProblemException(Problems.Malformed("The body is null."));
        }
        catch (JsonException e)
        {
            // The path is made of the client's own member names; the message may hold names of ours.
            throw new ProblemException(Problems.Malformed($"Not valid JSON for this request, at {e.Path ?? "$"}."));
        }
    }
}
