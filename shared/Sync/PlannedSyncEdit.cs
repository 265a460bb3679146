namespace FitServerless.Sync;

/// <summary>One edit of a sync request, checked: a change to carry out, or the reason why not.</summary>
internal sealed record PlannedSyncEdit(SyncEdit? Edit, PlannedChange Plan, DateTimeOffset? ClampedTo)
{
    /// <param name="outcomes">Of those that have a change, in order.</param>
    public static IReadOnlyList<SyncEditResult> Results(
        IReadOnlyList<PlannedSyncEdit> planned, IReadOnlyList<ChangeResult> outcomes, DocumentKinds kinds)
    {
        var next = 0;
        return [.. planned.Select(one => one.Result(
            one.Plan.Problem is { } problem ? ChangeResult.Rejected(problem) : outcomes[next++], kinds))];
    }

    private SyncEditResult Result(ChangeResult outcome, DocumentKinds kinds) => new(
        Edit?.Collection,
        Edit?.Id,
        Edit?.MutationId,
        outcome,
        ClampedTo,
        outcome.Current is { } current ? SyncedDocument.Read(kinds[Edit!.Collection!], Edit.Id!, current) : null);
}
