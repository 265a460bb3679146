namespace FitServerless.Sync;

/// <param name="Version">The document's version now; 0 when there is none.</param>
/// <param name="Current">The server's document, where it differs from what the client sent.</param>
/// <param name="Problem">Why the change was rejected.</param>
public sealed record ChangeResult(ChangeStatus Status, int Version, StoredJson? Current = null, ChangeProblem? Problem = null)
{
    public static ChangeResult Rejected(ChangeProblem problem, int version = 0) => new(ChangeStatus.Rejected, version, null, problem);
}
