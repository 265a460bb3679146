using FitServerless.Sync;

namespace FitServerless.Backups.Restores;

/// <summary>The delete of a document that the backup does not have. It travels as every other, and can be undone from the history.</summary>
internal sealed class RestoredDelete(DocumentKey key, RestoreJournal journal) : DocumentChange
{
    public override DocumentKey Key { get; } = key;

    public override Decision Decide(StoredDocument? stored)
    {
        if (stored is null or { State.Deleted: true })
            return new Decision.Keep(new ChangeResult(ChangeStatus.Duplicate, stored?.State.Version ?? 0));
        if (!IsDue(stored.State))
            return new Decision.Keep(new ChangeResult(ChangeStatus.Stale, stored.State.Version));
        var time = new EditTime(journal.At, IsOurs: true, IsClamped: false);
        return new SyncedDelete(Key, time, new EditOrigin(stored.State.Version, Mutation: null)).Decide(stored);
    }

    /// <summary>What was written since the restore began is later than it.</summary>
    private bool IsDue(DocumentState state) => state.Sequence <= journal.Start && !journal.Made(state);
}
