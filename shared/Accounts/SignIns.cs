namespace FitServerless.Accounts;

/// <summary>Starts sessions and goes on with them. Who may is decided before.</summary>
public sealed class SignIns(
    IAccountStore accounts, AccessTokens accessTokens, RefreshTokens refreshTokens, IEnumerable<IAccountWatch> watches)
{
    public async Task<SignIn> StartAsync(Account account, Device device, SignInMethod method, CancellationToken cancellationToken)
    {
        await ShowAsync(account, cancellationToken);
        var refresh = await refreshTokens.IssueAsync(account, device, method, cancellationToken);
        return new SignIn(account, accessTokens.Issue(account, refresh.Family.Id), refresh.Token);
    }

    public async Task<RefreshOutcome> ContinueAsync(string? refreshToken, CancellationToken cancellationToken)
    {
        if (await refreshTokens.RotateAsync(refreshToken, cancellationToken) is not { Family: var family } refreshed
            || await accounts.FindAsync(family.AccountId, cancellationToken) is not { } account)
            return new RefreshOutcome.Refused();
        if (account.Suspension is not null)
            return new RefreshOutcome.Suspended();
        if (!account.Holds(family))
            return new RefreshOutcome.Refused();
        await ShowAsync(account, cancellationToken);
        return new RefreshOutcome.Refreshed(new SignIn(account, accessTokens.Issue(account, family.Id), refreshed.Token));
    }

    /// <summary>The id of the account whose session has ended by this; <c>null</c> when none has.</summary>
    public Task<string?> EndAsync(string? refreshToken, CancellationToken cancellationToken) => refreshTokens.EndAsync(refreshToken, cancellationToken);

    private async Task ShowAsync(Account account, CancellationToken cancellationToken)
    {
        foreach (var watch in watches)
            await watch.SeeAsync(account, cancellationToken);
    }
}
