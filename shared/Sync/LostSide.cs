namespace FitServerless.Sync;

/// <summary>What a client sent and a conflict left out; it goes to the history under the next free version number.</summary>
public sealed record LostSide(PendingJson Body, DateTimeOffset UpdatedAt, string ContentHash, SeenMutation? Maker = null);
