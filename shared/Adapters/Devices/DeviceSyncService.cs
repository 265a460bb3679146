using FitServerless.Learning;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>Sync as the edge design's learning client speaks it: the server remembers how far each device has got.</summary>
public sealed class DeviceSyncService
{
    private const int PageSize = 999;

    private readonly DeviceStore _devices;
    private readonly LogReader _log;
    private readonly DocumentWriter _writer;
    private readonly DocumentKinds _kinds;
    private readonly SyncEditPlanner _planner;
    private readonly TimeProvider _clock;

    internal DeviceSyncService(
        DeviceStore devices, LogReader log, DocumentWriter writer, DocumentKinds kinds, SyncEditPlanner planner, TimeProvider clock) =>
        (_devices, _log, _writer, _kinds, _planner, _clock) = (devices, log, writer, kinds, planner, clock);

    /// <exception cref="SyncContentionException">Other processes kept writing first.</exception>
    /// <exception cref="Azure.RequestFailedException">Storage failed; what was committed before stays, and a repeat finds it.</exception>
    public async Task<DeviceAnswer> SyncAsync(string userId, string deviceId, DeviceSyncRequest request, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var plan = new DevicePushPlan(_kinds, _planner, deviceId, now);
        plan.Add(LearningCollections.Plans, request.Plans);
        plan.Add(LearningCollections.Sessions, request.Sessions);
        plan.Add(LearningCollections.Cards, request.Cards);
        var state = await BeginAsync(userId, deviceId, request, plan, now, cancellationToken);
        foreach (var id in (request.DeletedIds ?? []).OfType<string>().Where(id => !state.HasDeleted(id)))
            plan.Delete(id);

        // All that is new first, then the writes: their results say what of it the device has outdone.
        var pull = await ReadAsync(userId, state.Confirmed, cancellationToken);
        var push = await _writer.WriteAsync(userId, plan.Changes, pull.Head, cancellationToken);
        var outcome = new DevicePushOutcome(_kinds, plan, push);
        state = state with
        {
            Answered = push.Unbroken ? push.Head.Last : pull.Head.Last,
            Last = outcome.Pushed,
            Unit = plan.Unit ?? state.Unit,
            LastSync = now,
        };
        await _devices.SaveAsync(userId, deviceId, state, cancellationToken);
        return new DeviceAnswer(Changes(pull, outcome, state), outcome.Rejected, state.Unit, state.Token);
    }

    private async Task<DeviceState> BeginAsync(
        string userId, string deviceId, DeviceSyncRequest request, DevicePushPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _devices.FindAsync(userId, deviceId, cancellationToken) is { } state && !state.IsExpired(now))
        {
            var sent = plan.Changes.Select(change => change.Key.Id).Concat((request.DeletedIds ?? []).OfType<string>());
            return state.Begin(request.SyncToken, sent.Select(PushedVersion.Hash).ToHashSet());
        }

        await _devices.WelcomeAsync(userId, now, cancellationToken);
        return new DeviceState();
    }

    /// <summary>
    /// Everything after a place. A device without a state may be one that was away for a month and has documents which are deleted since: it gets
    /// all deletes that are still known, and a new one does not mind.
    /// </summary>
    private async Task<DevicePull> ReadAsync(string userId, Sequence since, CancellationToken cancellationToken)
    {
        var afterStart = new Sequence(Math.Max(since.Ticks, Sequence.Start.Ticks + 1));
        return await TryReadAsync(userId, new SyncCursor(afterStart), since, cancellationToken)
            ?? await TryReadAsync(userId, SyncCursor.Start, Sequence.Start, cancellationToken)
            ?? throw new InvalidOperationException("A first pull has no deletes to miss.");
    }

    private async Task<DevicePull?> TryReadAsync(string userId, SyncCursor cursor, Sequence since, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<DocumentKey, LogEntry>();
        while (true)
        {
            if (await _log.ReadAsync(userId, LearningCollections.All, cursor, PageSize, cancellationToken) is not { } page)
                return null;
            foreach (var entry in page.Entries)
                entries[entry.Key] = entry;
            if (page.Log.Head is { } head)
                return new DevicePull(entries, head, since);
            cursor = page.Cursor;
        }
    }

    private List<DeviceChange> Changes(DevicePull pull, DevicePushOutcome outcome, DeviceState state)
    {
        var changes = new List<DeviceChange>(outcome.Corrections);
        foreach (var entry in pull.Entries.Values.Where(entry => !outcome.Covers(entry.Key)))
        {
            var document = SyncedDocument.Read(_kinds[entry.Key.Collection], entry.Key.Id, entry.Body);
            if (!state.Made(entry.Key, document.Version))
                changes.Add(new DeviceChange(document, entry.Created > pull.Since && !state.Sent(entry.Key)));
        }

        return changes;
    }
}
