using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Backups;

/// <summary>Ranges of bytes (RFC 9110, 14): one of them; who asks for several gets the whole, as the RFC allows.</summary>
internal static class ByteRanges
{
    public static RangeItemHeaderValue? ByteRange(this HttpRequest request) =>
        request.GetTypedHeaders().Range is { Ranges: { Count: 1 } ranges } range && range.Unit == "bytes" ? ranges.First() : null;

    /// <summary><c>If-Range</c>: a range only of what the client has the rest of.</summary>
    public static bool WantsRangeOf(this HttpRequest request, string tag) =>
        request.Headers.IfRange.ToString() is not { Length: > 0 } condition || condition == tag;

    /// <returns><c>null</c> when none of it is there.</returns>
    public static (long From, long Length)? Within(this RangeItemHeaderValue range, long size)
    {
        // "-500": the last 500.
        var from = range.From ?? Math.Max(size - range.To!.Value, 0);
        var to = range.From is null ? size - 1 : Math.Min(range.To ?? size - 1, size - 1);
        return from <= to ? (from, to - from + 1) : null;
    }
}
