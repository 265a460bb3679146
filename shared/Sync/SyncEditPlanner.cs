using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>Checks the edits of a request and makes changes of them, each by the rules of its collection.</summary>
internal sealed class SyncEditPlanner(DocumentKinds kinds, IEnumerable<IDocumentRules> rules)
{
    private const int MaxMutationId = 100;

    private readonly Dictionary<string, IDocumentRules> _rules = rules.ToDictionary(one => one.Collection, StringComparer.Ordinal);

    /// <summary>As it plans these puts of one user. Transactions only where rules ask for the user's settings.</summary>
    public async Task<SyncEditPlanner> ForAsync(
        string userId, IReadOnlyCollection<(string? Collection, JsonElement Data)> puts, CancellationToken cancellationToken)
    {
        var bound = new List<IDocumentRules>(_rules.Count);
        foreach (var own in _rules.Values)
            bound.Add(await own.ForAsync(userId, puts.Where(put => put.Collection == own.Collection).Select(put => put.Data), cancellationToken));
        return new SyncEditPlanner(kinds, bound);
    }

    public IReadOnlyList<PlannedSyncEdit> PlanAll(string deviceId, IReadOnlyList<ParsedSyncEdit> edits, DateTimeOffset now) =>
        [.. edits.Select(edit => Plan(deviceId, edit, now))];

    /// <summary>By the rules of the document's kind.</summary>
    public PlannedChange PlanPut(DocumentKind kind, string id, JsonElement data, EditTime time, EditOrigin origin) =>
        _rules.TryGetValue(kind.Name, out var own)
            ? own.PlanPut(kind, id, data, time, origin)
            : FreeDocumentRules.PlanPut(kind, id, data, time, origin);

    public PlannedSyncEdit Plan(string deviceId, ParsedSyncEdit parsed, DateTimeOffset now)
    {
        if (parsed.Edit is not { } edit)
            return Refused(null, new() { [parsed.Error!] = ["Not of the type it should be, or given twice."] });
        var errors = Check(edit);
        if (errors.Count > 0)
            return Refused(edit, errors);
        var time = EditTime.Of(edit.UpdatedAt, now);
        var mutation = edit.MutationId is { } name ? SeenMutation.Of(deviceId, name) : (SeenMutation?)null;
        return new PlannedSyncEdit(
            edit, Plan(edit, time, new EditOrigin(edit.BaseVersion, mutation, edit.IsStrict)), time.IsClamped ? time.At : null);
    }

    private PlannedChange Plan(SyncEdit edit, EditTime time, EditOrigin origin)
    {
        var kind = kinds[edit.Collection!];
        if (edit.Op == "delete")
            return PlannedChange.Accepted(new SyncedDelete(new DocumentKey(kind.Name, edit.Id!), time, origin));
        return PlanPut(kind, edit.Id!, edit.Data!.Value, time, origin);
    }

    private Dictionary<string, string[]> Check(SyncEdit edit)
    {
        var errors = new Dictionary<string, string[]>();
        Check(kinds.TryFind(edit.Collection, out _), "collection", $"One of {string.Join(", ", kinds.All.Select(known => known.Name).Order())}.");
        Check(DocumentIds.IsValid(edit.Id), "id", SyncProblems.IdRule);
        Check(edit.Op is "put" or "delete", "op", "One of put, delete.");
        Check(edit.BaseVersion is null or >= 0, "baseVersion", "0 or more.");
        Check(edit.MutationId is null or { Length: > 0 and <= MaxMutationId }, "mutationId", $"1 to {MaxMutationId} characters.");
        Check(edit.Op != "put" || edit.Data is { ValueKind: JsonValueKind.Object }, "data", "A JSON object.");
        return errors;

        void Check(bool valid, string member, string message)
        {
            if (!valid)
                errors[member] = [message];
        }
    }

    private static PlannedSyncEdit Refused(SyncEdit? edit, Dictionary<string, string[]> errors) =>
        new(edit, PlannedChange.Refused(SyncProblems.Invalid(errors)), null);
}
