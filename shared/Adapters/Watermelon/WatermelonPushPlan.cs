using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Watermelon;

/// <summary>Makes edits of a push, and finds what is wrong with it before anything is written.</summary>
internal sealed class WatermelonPushPlan(DocumentKinds kinds, SyncEditPlanner planner, Sequence seen, EditTime time)
{
    private readonly Dictionary<DocumentKey, WatermelonEdit> _edits = [];
    private readonly Dictionary<string, string[]> _errors = [];

    public IReadOnlyCollection<WatermelonEdit> Edits => _edits.Values;

    public IReadOnlyDictionary<string, string[]> Errors => _errors;

    public bool Touches(DocumentKey key) => _edits.ContainsKey(key);

    public void Add(string table, WatermelonTable changes)
    {
        if (!kinds.TryFind(table, out var kind))
        {
            _errors[table] = ["There is no such collection."];
            return;
        }

        foreach (var record in WatermelonTable.Records(changes.Created))
            Add(kind, RecordMembers.IdOf(record), record, isNew: true);
        foreach (var record in WatermelonTable.Records(changes.Updated))
            Add(kind, RecordMembers.IdOf(record), record);
        foreach (var id in changes.Deleted ?? [])
            Add(kind, id, null);
    }

    private void Add(DocumentKind kind, string? id, JsonElement? record, bool isNew = false)
    {
        if (!DocumentIds.IsValid(id))
        {
            _errors[$"{kind.Name}.id"] = [SyncProblems.IdRule];
            return;
        }

        var edit = new WatermelonEdit(planner, kind, id!, record, isNew, seen, time);
        if (edit.Problem is { } problem)
            _errors[$"{kind.Name}.{id}"] = [problem.Detail];
        _edits[edit.Key] = edit;
    }
}
