namespace FitServerless.Accounts.Profiles;

internal sealed class People(IAccountStore accounts) : IPeople
{
    public async Task<Person?> FindAsync(string userId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(userId, cancellationToken) is { } account ? Person.Of(account) : null;
}
