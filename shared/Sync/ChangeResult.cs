namespace FitServerless.Sync;

/// <param name="Version">The document's version now; 0 when there is none.</param>
/// <param name="Current">The server's document, where it differs from what the client sent.</param>
/// <param name="Problem">Why the change was rejected.</param>
public sealed record ChangeResult(ChangeStatus Status, int Version, StoredJson? Current = null, ChangeProblem? Problem = null)
{
    /// <summary>The version in the history that holds what lost the conflict; 0 when there was none.</summary>
    public int LostVersion { get; init; }

    /// <summary>When the edit counts as made; <c>null</c> where nothing was decided.</summary>
    public DateTimeOffset? At { get; init; }

    public static ChangeResult Rejected(ChangeProblem problem, int version = 0) => new(ChangeStatus.Rejected, version, null, problem);

    internal SeenMutation SeenAs(SeenMutation mutation) => mutation with
    {
        Status = Status,
        Version = Version,
        LostVersion = LostVersion,
        At = At ?? DateTimeOffset.UnixEpoch,
    };
}
