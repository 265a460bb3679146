using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>Signing up, in and out.</summary>
public sealed class AccountService(
    IAccountStore accounts, IPasswordHashes passwords, AccessTokens accessTokens, RefreshTokens refreshTokens,
    IEnumerable<IAccountWatch> watches, IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <summary>Checked where there is no account, so that an unknown e-mail takes as long to refuse as a wrong password.</summary>
    private readonly Lazy<string> _nobodysHash = new(() => passwords.Hash(Guid.NewGuid().ToString()));

    public async Task<RegisterOutcome> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        if (RegistrationRules.Check(registration) is { Count: > 0 } errors)
            return new RegisterOutcome.Invalid(errors);
        var now = clock.GetUtcNow();
        EmailAddress.TryNormalize(registration.Email, out var email);
        var account = new Account
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Email = email!,
            Name = registration.Name,
            TimeZone = registration.TimeZone ?? "UTC",
            Tier = options.Value.DefaultTier,
            CreatedAt = now,
            PasswordHash = passwords.Hash(registration.Password!),
        };
        return await accounts.TryAddAsync(account, cancellationToken)
            ? new RegisterOutcome.Registered(await SignInAsync(account, cancellationToken))
            : new RegisterOutcome.EmailTaken();
    }

    /// <summary><c>null</c> when e-mail and password do not belong together, whichever is wrong.</summary>
    public async Task<SignIn?> LoginAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        if (credentials.Password is not { Length: <= RegistrationRules.MaxPassword } password
            || !EmailAddress.TryNormalize(credentials.Email, out var email))
            return null;
        var account = await accounts.FindByEmailAsync(email, cancellationToken);
        var check = passwords.Check(account?.PasswordHash ?? _nobodysHash.Value, password);
        if (account is null || check == PasswordCheck.Wrong)
            return null;
        if (check == PasswordCheck.RightButWeak)
            await accounts.SetPasswordHashAsync(account.Id, passwords.Hash(password), cancellationToken);
        return await SignInAsync(account, cancellationToken);
    }

    /// <summary><c>null</c> when the refresh token is not, or no longer, good.</summary>
    public async Task<SignIn?> RefreshAsync(string? refreshToken, CancellationToken cancellationToken)
    {
        if (await refreshTokens.RotateAsync(refreshToken, cancellationToken) is not { } refreshed
            || await accounts.FindAsync(refreshed.AccountId, cancellationToken) is not { } account)
            return null;
        await ShowAsync(account, cancellationToken);
        return new SignIn(account, accessTokens.Issue(account), refreshed.Token);
    }

    public Task LogoutAsync(string? refreshToken, CancellationToken cancellationToken) =>
        refreshTokens.EndAsync(refreshToken, cancellationToken);

    public Task<Account?> FindAsync(string id, CancellationToken cancellationToken) => accounts.FindAsync(id, cancellationToken);

    private async Task<SignIn> SignInAsync(Account account, CancellationToken cancellationToken)
    {
        await ShowAsync(account, cancellationToken);
        return new SignIn(account, accessTokens.Issue(account), await refreshTokens.IssueAsync(account.Id, cancellationToken));
    }

    private async Task ShowAsync(Account account, CancellationToken cancellationToken)
    {
        foreach (var watch in watches)
            await watch.SeeAsync(account, cancellationToken);
    }
}
