namespace FitServerless.Functions.Http;

/// <summary>What scripts of a listed origin may send, and read of an answer, beside what browsers let everybody.</summary>
internal static class CorsHeaders
{
    public const string Allowed =
        "Authorization, Content-Digest, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Last-Event-ID, Range, Repr-Digest, "
        + "traceparent, Upload-Complete, Upload-Offset, X-Device-ID, X-Requested-With";

    public const string Exposed =
        "Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, Location, RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, "
        + "traceparent, Upload-Complete, Upload-Offset";
}
