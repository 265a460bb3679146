using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters;

/// <summary>
/// An edit by a client that settles conflicts itself: it counts only if the document still is what the client saw when it edited. Else nothing
/// is written, and the client gets the document to settle the conflict with.
/// </summary>
internal abstract class ClientEdit(SyncEditPlanner planner, DocumentKind kind, string id, EditTime time) : DocumentChange
{
    public override DocumentKey Key { get; } = new(kind.Name, id);

    protected DocumentKind Kind { get; } = kind;

    public override Decision Decide(StoredDocument? stored)
    {
        if (stored is not null && !Knows(stored))
            return new Decision.Keep(new ChangeResult(ChangeStatus.Stale, stored.State.Version, stored.Body));
        if (DataOn(stored) is { } data)
            return Put(data, stored);
        return stored is null or { State.Deleted: true }
            ? new Decision.Keep(new ChangeResult(ChangeStatus.Duplicate, stored?.State.Version ?? 0))
            : new SyncedDelete(Key, time) { BaseVersion = stored.State.Version }.Decide(stored);
    }

    /// <summary>Whether the client knew the document as it is now.</summary>
    protected abstract bool Knows(StoredDocument stored);

    /// <summary>What the document is to become; <c>null</c> deletes it.</summary>
    protected abstract JsonElement? DataOn(StoredDocument? stored);

    protected PlannedChange Plan(JsonElement data, StoredDocument? stored) =>
        planner.PlanPut(Kind, Key.Id, data, time, new EditOrigin(stored?.State.Version ?? 0, null));

    private Decision Put(JsonElement data, StoredDocument? stored)
    {
        var plan = Plan(data, stored);
        return plan.Change is { } put ? put.Decide(stored) : new Decision.Keep(ChangeResult.Rejected(plan.Problem!));
    }
}
