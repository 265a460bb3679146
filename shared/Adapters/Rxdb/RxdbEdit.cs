using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>A write of an RxDB client, which tells what it takes for the server's document.</summary>
internal sealed class RxdbEdit(
    SyncEditPlanner planner, DocumentKind kind, string id, JsonElement state, JsonElement? assumed, EditTime time)
    : ClientEdit(planner, kind, id, time)
{
    private readonly JsonElement? _data = RxdbRecord.IsDeleted(state) ? null : RxdbRecord.Data(state);
    private readonly bool _assumesDeleted = assumed is { } master && RxdbRecord.IsDeleted(master);
    private readonly JsonElement? _assumed = assumed is { } master && !RxdbRecord.IsDeleted(master) ? RxdbRecord.Data(master) : null;

    public override bool ExpectedNew => assumed is null && _data is not null;

    /// <summary>What the client saw, or already what it wants: then its last push arrived and only the answer was lost.</summary>
    protected override bool Knows(StoredDocument stored) => stored.State.Deleted
        ? _assumesDeleted || _data is null
        : (_assumed is { } seen && IsNow(seen, stored)) || (_data is { } wanted && IsNow(wanted, stored));

    protected override JsonElement? DataOn(StoredDocument? stored) => _data;

    /// <summary>
    /// As the client pulled it, or as it pushed it: a workout is stored in our words, with what we make of its measurements, and the client may
    /// not have pulled those yet.
    /// </summary>
    private bool IsNow(JsonElement data, StoredDocument stored) =>
        RxdbRecord.IsOf(data, SyncedDocument.Read(Kind, Key.Id, stored.Body))
        || (Plan(data, stored).Change is SyncedPut put && put.Hash == stored.State.ContentHash);
}
