namespace FitServerless.Privacy;

/// <summary>What one feature holds about a person, in whatever store. Every feature that stores anything by user registers one.</summary>
public interface IPersonalData
{
    /// <summary>No other has it, which is looked at as the app starts; stable, because a job that was killed goes on by it.</summary>
    string Name { get; }

    /// <summary>Deletes all of it: rows, blobs, entities' states. Safe to repeat, and to be killed in.</summary>
    Task EraseAsync(string userId, CancellationToken cancellationToken);
}
