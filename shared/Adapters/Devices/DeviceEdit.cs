using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>A document as a device has it: the later edit wins. An update keeps the members that it leaves out.</summary>
internal sealed class DeviceEdit(
    SyncEditPlanner planner, DocumentKind kind, string id, JsonElement record, bool isCreate, EditTime time, SeenMutation? mutation)
    : DocumentChange
{
    public override DocumentKey Key { get; } = new(kind.Name, id);

    public override bool ExpectedNew => isCreate;

    /// <summary>The document as the device has it, without the id.</summary>
    public JsonElement Sent { get; } = RecordMembers.Strip(record, DeviceRecord.ClientsOwn);

    public ChangeProblem? Problem => Plan(Sent).Problem;

    /// <summary>It may have been here before.</summary>
    public override bool NeedsHistory(StoredDocument stored) => true;

    public override Decision Decide(StoredDocument? stored)
    {
        var plan = Plan(isCreate || stored is null or { State.Deleted: true } ? Sent : Over(stored));
        return plan.Change is { } put ? put.Decide(stored) : new Decision.Keep(ChangeResult.Rejected(plan.Problem!));
    }

    public bool IsAsSent(SyncedDocument document) =>
        !document.Deleted && JavaScriptValues.AreEqual(Sent, RecordMembers.Strip(JsonElement.Parse(document.Data.Span), DeviceRecord.ClientsOwn));

    private PlannedChange Plan(JsonElement data) => planner.PlanPut(kind, id, data, time, new EditOrigin(null, mutation));

    private JsonElement Over(StoredDocument stored)
    {
        var document = JsonElement.Parse(SyncedDocument.Read(kind, id, stored.Body).Data.Span);
        return RecordMembers.Over(document, Sent, DeviceRecord.ClientsOwn, (own, _) => own);
    }
}
