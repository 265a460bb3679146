namespace FitServerless.Sync;

/// <summary>How one write changes a document's history: what it adds, and what no longer fits.</summary>
internal sealed record HistoryStep(int Versions, IReadOnlyList<int> Kept, IReadOnlyList<PastVersion> Added, IReadOnlyList<int> Dropped)
{
    /// <summary>Rows that one write takes out: more than it can add, so that a lowered bound is reached in time.</summary>
    public const int MaxDropped = 3;

    public static HistoryStep Of(DocumentWrite write, int bound, Sequence now)
    {
        if (write.Replaces is not { } old)
            return new HistoryStep(write.State.Version, [], [], []);
        var added = new List<PastVersion>(2);
        if (write.Moves)
            added.Add(Overwritten(old));
        if (write.Lost is { } lost)
            added.Add(Loser(lost, old.State.NextVersion, now));
        var kept = old.State.Past.Kept.Concat(added.Select(past => past.Version)).ToList();
        // What is added now must not be dropped in the same batch, which takes each row once.
        var tooMany = Math.Min(Math.Min(kept.Count - bound, MaxDropped), kept.Count - added.Count);
        var dropped = kept.Take(Math.Max(tooMany, 0)).ToList();
        var versions = Math.Max(write.State.Version, old.State.NextVersion - (added.Exists(past => past.Lost) ? 0 : 1));
        return new HistoryStep(versions, kept[dropped.Count..], added, dropped);
    }

    private static PastVersion Overwritten(StoredDocument old) => new()
    {
        Version = old.State.Version,
        Body = old.Body,
        UpdatedAt = old.State.UpdatedAt,
        Deleted = old.State.Deleted,
        ContentHash = old.State.ContentHash,
        Maker = old.State.Past.Maker,
    };

    private static PastVersion Loser(LostSide lost, int version, Sequence now) => new()
    {
        Version = version,
        Body = new StoredJson(lost.Body.At(now)),
        UpdatedAt = lost.UpdatedAt,
        Lost = true,
        ContentHash = lost.ContentHash,
        Maker = lost.Maker,
    };
}
