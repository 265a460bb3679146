using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>A delete by a device.</summary>
internal sealed class DeviceDelete(DocumentKey key, EditTime time, SeenMutation? mutation) : DocumentChange
{
    public override DocumentKey Key { get; } = key;

    public override bool NeedsHistory(StoredDocument stored) => true;

    public override Decision Decide(StoredDocument? stored) =>
        new SyncedDelete(Key, time) { BaseVersion = mutation.KnownVersion(stored), Mutation = mutation }.Decide(stored);
}
