using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Watermelon;

/// <summary>A record as a WatermelonDB client has it, which has seen the log up to its last pull.</summary>
/// <param name="record"><c>null</c> deletes.</param>
internal sealed class WatermelonEdit(
    SyncEditPlanner planner, DocumentKind kind, string id, JsonElement? record, bool isNew, Sequence seen, EditTime time)
    : ClientEdit(planner, kind, id, time)
{
    public override bool ExpectedNew => isNew;

    /// <summary>Why it could never be written, whatever is stored.</summary>
    public ChangeProblem? Problem => record is { } columns ? Plan(WatermelonRecord.Over(null, columns), null).Problem : null;

    protected override bool Knows(StoredDocument stored) => stored.State.Sequence <= seen;

    protected override JsonElement? DataOn(StoredDocument? stored) => record is { } columns ? WatermelonRecord.Over(Data(stored), columns) : null;

    private JsonElement? Data(StoredDocument? stored) => stored is { State.Deleted: false }
        ? JsonElement.Parse(SyncedDocument.Read(Kind, Key.Id, stored.Body).Data.Span)
        : null;
}
