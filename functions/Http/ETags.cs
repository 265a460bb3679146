using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Http;

/// <summary>Strong entity tags (RFC 9110, 8.8.3): a document's version in quotes.</summary>
internal static class ETags
{
    /// <summary>A version that no document has: a tag that is not ours matches nothing.</summary>
    private const int Foreign = -1;

    public static string Format(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that <c>If-Match</c> asks for; <c>null</c> for none or <c>*</c>.</summary>
    public static int? IfMatch(this HttpRequest request) => Version(request.GetTypedHeaders().IfMatch);

    /// <summary>The version that <c>If-None-Match</c> tells the client has.</summary>
    public static int? IfNoneMatch(this HttpRequest request) => Version(request.GetTypedHeaders().IfNoneMatch);

    /// <summary>The first tag of <c>If-None-Match</c>, without its quotes; <c>null</c> for none or <c>*</c>.</summary>
    public static string? KnownTag(this HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch is [var tag, ..] && !tag.Equals(EntityTagHeaderValue.Any) ? tag.Tag.ToString().Trim('"') : null;

    /// <summary>
    /// The first tag of <c>If-Match</c>, without its quotes; <c>null</c> for none or <c>*</c>. A weak one matches nothing (RFC 9110, 13.1.1).
    /// </summary>
    public static string? ExpectedTag(this HttpRequest request) => request.GetTypedHeaders().IfMatch switch
    {
        [var tag, ..] when !tag.Equals(EntityTagHeaderValue.Any) => tag.IsWeak ? "" : tag.Tag.ToString().Trim('"'),
        _ => null,
    };

    private static int? Version(IList<EntityTagHeaderValue> tags)
    {
        if (tags.Count == 0 || tags[0].Equals(EntityTagHeaderValue.Any))
            return null;
        return int.TryParse(tags[0].Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : Foreign;
    }
}
