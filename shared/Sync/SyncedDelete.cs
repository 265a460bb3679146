namespace FitServerless.Sync;

/// <summary>A soft delete of any document: the tombstone travels to the other devices. A later edit that did not know of it brings it back.</summary>
internal sealed class SyncedDelete(DocumentKey key, EditTime time) : DocumentChange
{
    public override DocumentKey Key { get; } = key;

    /// <summary>The version that the device had; <c>null</c> if it does not say.</summary>
    public int? BaseVersion { get; init; }

    public SeenMutation? Mutation { get; init; }

    public override bool NeedsHistory(StoredDocument stored) => Mutation is not null && BaseVersion != stored.State.Version;

    public override Decision Decide(StoredDocument? stored)
    {
        if (stored is null)
            return new Decision.Keep(SyncProblems.NotFound());
        if (Repeats.Find(stored, Mutation) is { } answer)
            return new Decision.Keep(answer);
        var isLater = time.At > stored.State.UpdatedAt;
        if (stored.State.Deleted)
        {
            // Over a tombstone, too: an edit made between the two deletes must not win because it came between them.
            return isLater && !time.IsOurs ? Bury(stored, time.At, 0)
                : new Decision.Keep(new ChangeResult(ChangeStatus.Applied, stored.State.Version) { At = stored.State.UpdatedAt });
        }

        if (BaseVersion == stored.State.Version)
            return Bury(stored, isLater ? time.At : stored.State.UpdatedAt.AddMilliseconds(1), 0);
        return time.At >= stored.State.UpdatedAt ? Bury(stored, time.At, stored.State.Version) : Lose(stored);
    }

    private Decision.Write Bury(StoredDocument stored, DateTimeOffset at, int lost)
    {
        var result = new ChangeResult(ChangeStatus.Applied, stored.State.NextVersion) { LostVersion = lost, At = at };
        var seen = Mutation is { } mutation ? result.SeenAs(mutation) : (SeenMutation?)null;
        return new Decision.Write(
            new DocumentWrite
            {
                Key = Key,
                Replaces = stored,
                State = stored.State with
                {
                    Version = result.Version,
                    UpdatedAt = at,
                    Deleted = true,
                    ListedAt = null,
                    ContentHash = "",
                    Past = Past(stored, seen) with { Maker = seen },
                },
                Body = Envelope.Tombstone(Key.Id, result.Version, at),
            },
            result);
    }

    private Decision Lose(StoredDocument stored)
    {
        var result = new ChangeResult(ChangeStatus.Stale, stored.State.Version) { At = time.At };
        var told = result with { Current = stored.Body };
        return Mutation is not { } mutation
            ? new Decision.Keep(told)
            : new Decision.Write(
                new DocumentWrite
                {
                    Key = Key,
                    Replaces = stored,
                    Moves = false,
                    State = stored.State with { Past = Past(stored, result.SeenAs(mutation)) },
                },
                told);
    }

    private static DocumentPast Past(StoredDocument stored, SeenMutation? seen) =>
        seen is { } mutation ? stored.State.Past.With(mutation) : stored.State.Past;
}
