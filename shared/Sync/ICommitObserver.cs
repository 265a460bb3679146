namespace FitServerless.Sync;

/// <summary>What a feature does after documents of its collection have changed.</summary>
public interface ICommitObserver
{
    /// <summary>
    /// After a commit and before its answer. A process that dies in between never gets here, and a repeat finds the change made: whatever is left
    /// undone must be found some other way.
    /// </summary>
    Task CommittedAsync(string userId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);
}
