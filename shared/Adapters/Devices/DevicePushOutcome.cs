using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>What became of what a device sent.</summary>
internal sealed class DevicePushOutcome
{
    private readonly DocumentKinds _kinds;
    private readonly PushResult _push;
    private readonly Dictionary<DocumentKey, DeviceChange> _corrections = [];
    private readonly Dictionary<DocumentKey, PushedVersion> _pushed = [];

    public DevicePushOutcome(DocumentKinds kinds, DevicePushPlan plan, PushResult push)
    {
        (_kinds, _push) = (kinds, push);
        Rejected = plan.Rejected;
        foreach (var (change, result) in plan.Changes.Zip(push.Results))
            Add(change, result);
    }

    public List<DeviceRejection> Rejected { get; }

    /// <summary>Documents that came out otherwise than the device has them.</summary>
    public IEnumerable<DeviceChange> Corrections => _corrections.Values;

    public IReadOnlyList<PushedVersion> Pushed => [.. _pushed.Values];

    /// <summary>What the device is to know of it is among the corrections, or nothing.</summary>
    public bool Covers(DocumentKey key) => _push.Written.ContainsKey(key) || _corrections.ContainsKey(key);

    private void Add(DocumentChange change, ChangeResult result)
    {
        // Nothing is left to delete; and an id in deleted_ids is in one of the collections, not in all.
        if (result.Problem is { Type: "not-found" })
            return;
        if (result.Problem is { } problem)
        {
            Rejected.Add(new DeviceRejection(change.Key.Collection, change.Key.Id, problem));
            return;
        }

        var now = Now(change.Key, result);
        var isAsSent = now is null || (change is DeviceEdit edit ? edit.IsAsSent(now) : now.Deleted);
        _pushed[change.Key] = PushedVersion.Of(change.Key, isAsSent ? result.Version : 0, change is SyncedDelete);
        if (isAsSent)
            _corrections.Remove(change.Key);
        else
            _corrections[change.Key] = new DeviceChange(now!, IsNew: change is SyncedDelete);
    }

    /// <summary><c>null</c> where the change was here before and the device has its outcome, or gets it as any other change.</summary>
    private SyncedDocument? Now(DocumentKey key, ChangeResult result)
    {
        var body = _push.Written.TryGetValue(key, out var written) ? written : result.Current;
        return body is { } now ? SyncedDocument.Read(_kinds[key.Collection], key.Id, now) : null;
    }
}
