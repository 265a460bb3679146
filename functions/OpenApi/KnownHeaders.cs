namespace FitServerless.Functions.OpenApi;

/// <summary>What the headers mean, wherever they are.</summary>
internal static class KnownHeaders
{
    public static readonly IReadOnlyDictionary<string, string> Requests = new Dictionary<string, string>
    {
        ["Content-Digest"] = "sha-256 of this body (RFC 9530); what does not match is not kept.",
        ["Idempotency-Key"] = "A name of the client's for this request: sent again with it, the request is done once.",
        ["If-Match"] = "The version that the change is made to; 412 if there is another by now.",
        ["If-None-Match"] = "The version that the client has; 304 if it is still the one.",
        ["Last-Event-ID"] = "The last event that the client has; the stream goes on behind it.",
        ["Range"] = "A part of the file, in bytes.",
        ["Repr-Digest"] = "sha-256 of the whole (RFC 9530); what does not match is not kept.",
        ["Upload-Complete"] = "?0: more parts follow. ?1, as without it: this is all, or the last.",
        ["Upload-Offset"] = "How many bytes are there already.",
        ["X-Device-ID"] = "The device's own name.",
    };

    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["ETag"] = "The version, for If-Match and If-None-Match.",
        ["Link"] = "The next page, as rel=\"next\"; without it this is the last.",
        ["RateLimit"] = "What is left, and the seconds until it is all there again.",
        ["RateLimit-Policy"] = "How many requests there may be, and in how many seconds.",
        ["Retry-After"] = "Seconds to wait.",
    };
}
