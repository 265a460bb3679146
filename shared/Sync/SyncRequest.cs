using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Sync;

/// <summary>The body of <c>POST /api/sync</c>.</summary>
public sealed record SyncRequest
{
    /// <summary>The device's name for itself; needed where there are changes.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The cursor of the last answer; missing on a new device.</summary>
    [JsonConverter(typeof(SyncCursorConverter))]
    public SyncCursor? Cursor { get; init; }

    /// <summary>Changes to send back, 1 to 999.</summary>
    public int? Limit { get; init; }

    /// <summary>The collections to pull; all unless said.</summary>
    public IReadOnlyList<string>? Collections { get; init; }

    public IReadOnlyList<ParsedSyncEdit>? Changes { get; init; }

    /// <summary>Whether the answer is to hold the digest of what the server has.</summary>
    public bool Digest { get; init; }
}
