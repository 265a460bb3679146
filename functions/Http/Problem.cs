using FitServerless.Sync;

namespace FitServerless.Functions.Http;

/// <summary>An error as the client gets it (RFC 9457).</summary>
/// <param name="Type">A stable name; on the wire <c>/problems/{name}</c>.</param>
/// <param name="Errors">Messages by member of the request.</param>
/// <param name="Current">The server's document, for the client to merge with.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Resync">The client's cursor is too old.</param>
internal sealed record Problem(
    string Type,
    int Status,
    string Title,
    string? Detail = null,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    StoredJson? Current = null,
    int? RetryAfter = null,
    bool Resync = false);
