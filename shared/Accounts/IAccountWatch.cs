namespace FitServerless.Accounts;

/// <summary>Told about accounts that have just signed in, or been changed by their owners, by features that keep something by them.</summary>
public interface IAccountWatch
{
    /// <summary>
    /// Before a change by its owner is written, so that nothing is lost when the process is killed right after. May fail: then nothing is changed.
    /// </summary>
    Task PrepareAsync(Account before, Account after, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Never fails for an outage: the account is stored, and it will be seen again.</summary>
    Task SeeAsync(Account account, CancellationToken cancellationToken);
}
