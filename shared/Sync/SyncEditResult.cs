namespace FitServerless.Sync;

/// <summary>What became of one change of a sync request.</summary>
/// <param name="ClampedTo">The time the edit counts as made, where the client's own lay too far ahead.</param>
/// <param name="Current">The server's document, where it differs from what the client sent.</param>
public sealed record SyncEditResult(
    string? Collection, string? Id, string? MutationId, ChangeResult Outcome, DateTimeOffset? ClampedTo = null, SyncedDocument? Current = null);
