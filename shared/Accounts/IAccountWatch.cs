namespace FitServerless.Accounts;

/// <summary>Told about accounts that have just signed in, or been changed by their owners, by features that keep something by them.</summary>
public interface IAccountWatch
{
    /// <summary>Never fails for an outage: the account is stored, and it will be seen again.</summary>
    Task SeeAsync(Account account, CancellationToken cancellationToken);
}
