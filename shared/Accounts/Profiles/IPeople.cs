namespace FitServerless.Accounts.Profiles;

/// <summary>People by id.</summary>
public interface IPeople
{
    /// <summary><c>null</c> for somebody whose account is gone. One transaction.</summary>
    Task<Person?> FindAsync(string userId, CancellationToken cancellationToken);
}
