namespace FitServerless.Sync;

/// <summary>Hears of edits that lost a conflict. What they had is in the history.</summary>
public interface IConflictObserver
{
    /// <summary>Once for each push in which something lost, after it is committed; a repeated push tells the same again.</summary>
    Task LostAsync(string userId, IReadOnlyList<LostEdit> lost, CancellationToken cancellationToken);
}
