using FitServerless.Sync;
using FitServerless.Workouts.Efforts;

namespace FitServerless.Workouts;

/// <summary>One edit of a sync request, checked: a change to carry out, or the reason why not.</summary>
internal sealed record PlannedEdit(string? LocalId, string? Id, DocumentChange? Change, ChangeProblem? Problem, DateTimeOffset? ClampedTo)
{
    public static IReadOnlyList<PlannedEdit> PlanAll(
        IReadOnlyList<ParsedEdit> edits, string userId, Thresholds thresholds, DateTimeOffset now) =>
        [.. edits.Select(edit => Plan(edit, userId, thresholds, now))];

    /// <param name="outcomes">Of those that have a change, in order.</param>
    public static IReadOnlyList<WorkoutSyncResult> Results(IReadOnlyList<PlannedEdit> planned, IReadOnlyList<ChangeResult> outcomes)
    {
        var next = 0;
        return [.. planned.Select(edit => new WorkoutSyncResult(
            edit.LocalId,
            edit.Id,
            edit.Problem is { } problem ? ChangeResult.Rejected(problem) : outcomes[next++],
            edit.ClampedTo))];
    }

    private static PlannedEdit Plan(ParsedEdit parsed, string userId, Thresholds thresholds, DateTimeOffset now)
    {
        if (parsed.Edit is not { } edit)
            return Refused(null, new() { [parsed.Error!] = ["Not of the type it should be, or given twice."] });
        var errors = WorkoutRules.Check(edit);
        if (edit.Action is not ("create" or "update" or "delete"))
            errors["action"] = ["One of create, update, delete."];
        if (edit.Action != "create" && edit.Id is null && edit.LocalId is null)
            errors["id"] = ["An id or a localId names the workout."];
        return errors.Count > 0 ? Refused(edit, errors) : Accepted(edit, IdOf(edit, userId, now), EditTime.Of(edit.UpdatedAt, now), thresholds);
    }

    private static PlannedEdit Accepted(WorkoutEdit edit, string id, EditTime time, Thresholds thresholds)
    {
        DocumentChange change = edit.Action switch
        {
            "delete" => new WorkoutDelete(id, time),
            "create" => new WorkoutChange(edit, id, time) { Intent = WorkoutIntent.Create, Thresholds = thresholds },
            _ => new WorkoutChange(edit, id, time) { Intent = WorkoutIntent.Update, Thresholds = thresholds },
        };
        return new PlannedEdit(edit.LocalId, id, change, null, time.IsClamped ? time.At : null);
    }

    private static PlannedEdit Refused(WorkoutEdit? edit, Dictionary<string, string[]> errors) =>
        new(edit?.LocalId, edit?.Id, null, WorkoutProblems.Invalid(errors), null);

    /// <summary>
    /// The server's id if there is one. Clients of the edge design send their own id as both <c>id</c> and <c>localId</c>: then it is local.
    /// </summary>
    private static string IdOf(WorkoutEdit edit, string userId, DateTimeOffset now) => edit switch
    {
        { Id: { } id, LocalId: null } => id,
        { Id: { } id, LocalId: { } localId } when id != localId => id,
        { LocalId: { } localId } => DocumentIds.Derive(userId, localId),
        _ => Guid.CreateVersion7(now).ToString(),
    };
}
