using FitServerless.Functions.Workouts;
using FitServerless.Sync;

namespace FitServerless.Functions.Sync;

/// <summary>What <see cref="SyncWriter"/> writes of a change that came.</summary>
internal sealed record SyncResultShape(
    string? Collection,
    string? Id,
    string? MutationId,
    ChangeStatus Status,
    int Version,
    DateTimeOffset? UpdatedAt = null,
    DateTimeOffset? ClampedTo = null,
    int? LostVersion = null,
    DocumentShape? Current = null,
    ChangeProblemShape? Problem = null);
