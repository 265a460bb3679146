namespace FitServerless.Accounts;

/// <summary>What one feature let somebody give others of their data.</summary>
public interface IGivenAccess
{
    /// <summary>Takes all of it back. Safe to repeat, and to be killed in.</summary>
    Task EndAllAsync(string userId, CancellationToken cancellationToken);
}
