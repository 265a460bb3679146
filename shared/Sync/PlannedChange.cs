namespace FitServerless.Sync;

/// <summary>A change to carry out, or the reason why not.</summary>
internal readonly record struct PlannedChange(DocumentChange? Change, ChangeProblem? Problem)
{
    public static PlannedChange Accepted(DocumentChange change) => new(change, null);

    public static PlannedChange Refused(ChangeProblem problem) => new(null, problem);
}
