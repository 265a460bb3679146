namespace FitServerless.Sync;

/// <summary>Offline-first sync of every collection: takes what changed on a device and gives back what changed elsewhere.</summary>
public sealed class SyncService
{
    private readonly LogReader _log;
    private readonly DocumentWriter _writer;
    private readonly DocumentKinds _kinds;
    private readonly SyncEditPlanner _planner;
    private readonly TimeProvider _clock;

    internal SyncService(LogReader log, DocumentWriter writer, DocumentKinds kinds, SyncEditPlanner planner, TimeProvider clock) =>
        (_log, _writer, _kinds, _planner, _clock) = (log, writer, kinds, planner, clock);

    /// <param name="names">The collections to read, of those that there are; <c>null</c> for all.</param>
    /// <param name="limit">1 to 999.</param>
    public Task<SyncOutcome> PullAsync(
        string userId, SyncCursor cursor, IReadOnlyList<string>? names, int limit, CancellationToken cancellationToken) =>
        SyncAsync(userId, "", cursor, names, limit, [], cancellationToken);

    /// <param name="names">As in <see cref="PullAsync"/>.</param>
    public Task<DigestRead> ReadDigestAsync(string userId, IReadOnlyList<string>? names, CancellationToken cancellationToken) =>
        _log.ReadDigestAsync(userId, names, cancellationToken);

    /// <param name="deviceId">The device's name for itself: its mutations are told from another's by it.</param>
    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    /// <exception cref="Azure.RequestFailedException">Storage failed; what was committed before stays, and a repeat finds it.</exception>
    public async Task<SyncOutcome> SyncAsync(
        string userId,
        string deviceId,
        SyncCursor cursor,
        IReadOnlyList<string>? names,
        int limit,
        IReadOnlyList<ParsedSyncEdit> edits,
        CancellationToken cancellationToken)
    {
        // Pull first: its query brings the head that the writes need, and what the device is about to overwrite is still there to see.
        if (await _log.ReadAsync(userId, names, cursor, limit, cancellationToken) is not { } page)
            return new SyncOutcome.ResyncNeeded();
        var planner = await _planner.ForAsync(
            userId, [.. edits.Select(edit => (edit.Edit?.Collection, edit.Edit?.Data ?? default))], cancellationToken);
        var planned = planner.PlanAll(deviceId, edits, _clock.GetUtcNow());
        var changes = planned.Select(edit => edit.Plan.Change).OfType<DocumentChange>().ToList();
        var push = await _writer.WriteAsync(userId, changes, page.Log.Head, cancellationToken);
        return new SyncOutcome.Done(new SyncAnswer(
            page.CursorAfter(push),
            HasMore: !push.Unbroken,
            [.. page.After(changes, push).Select(document => SyncedDocument.Read(_kinds[document.Key.Collection], document.Key.Id, document.Body))],
            PlannedSyncEdit.Results(planned, push.Results, _kinds)));
    }
}
