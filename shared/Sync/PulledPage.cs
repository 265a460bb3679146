namespace FitServerless.Sync;

/// <summary>A page of the log, read for a device.</summary>
/// <param name="From">Where the device was.</param>
/// <param name="Cursor">Where it is with this page.</param>
public sealed record PulledPage(LogPage Log, SyncCursor From, SyncCursor Cursor)
{
    /// <summary>Of the page, what the device needs: one that has nothing yet needs no deletes.</summary>
    public IEnumerable<LogEntry> Entries => Log.Entries.Where(Needs);

    /// <summary>
    /// The page as a device takes it that has just pushed. Documents that both sides changed are as the writes left them: the device has not
    /// seen what they were made on. Deletes that a new device has no use for are left out, unless it spoke of the document itself.
    /// </summary>
    public IEnumerable<(DocumentKey Key, StoredJson Body)> After(IReadOnlyList<DocumentChange> pushed, PushResult push)
    {
        var own = pushed.Select(change => change.Key).ToHashSet();
        return Log.Entries
            .Where(entry => Needs(entry) || own.Contains(entry.Key))
            .Select(entry => (entry.Key, push.Written.TryGetValue(entry.Key, out var written) ? written : entry.Body));
    }

    private bool Needs(LogEntry entry) => !entry.Deleted || !From.IsFirstPull || IsAfterTheBeginning(entry);

    /// <summary>What was deleted since the first pull began may be in one of its earlier pages.</summary>
    private bool IsAfterTheBeginning(LogEntry entry) => From.FirstPullDay > 0 && entry.Sequence > From.KnowsDeletesSince;

    /// <summary>Past the device's own writes, so that they do not come back; but never past another's that the page does not hold.</summary>
    public SyncCursor CursorAfter(PushResult push) =>
        push.Unbroken && push.Head.Last > Sequence.Start ? new SyncCursor(push.Head.Last) : Cursor;
}
