using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>The body of <c>POST /api/workouts/sync</c>.</summary>
public sealed record WorkoutSyncRequest
{
    /// <summary>The <c>syncedAt</c> of the last answer; missing on a new device.</summary>
    [JsonConverter(typeof(SyncCursorConverter))]
    public SyncCursor? LastSyncAt { get; init; }

    /// <summary>Changes to send back, 1 to 1,000.</summary>
    public int? Limit { get; init; }

    public IReadOnlyList<ParsedEdit>? Changes { get; init; }
}
