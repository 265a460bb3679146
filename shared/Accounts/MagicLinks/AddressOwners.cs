using Microsoft.Extensions.Options;

namespace FitServerless.Accounts.MagicLinks;

/// <summary>
/// The accounts of people who have shown to read the mail of their address. An account may have been there before, made by somebody else with
/// a password of theirs, in wait for the owner to come (https://arxiv.org/abs/2205.10174). So the first link ends all that a squatter could
/// come back by: sessions, the password, the second factor, what it lets others see. What the account holds stays.
/// </summary>
internal sealed class AddressOwners(
    IAccountStore accounts, IEnumerable<IGivenAccess> access, IOptions<AccountOptions> options, TimeProvider clock)
{
    public Task<Account?> FindAsync(string email, CancellationToken cancellationToken) => accounts.FindByEmailAsync(email, cancellationToken);

    /// <summary>
    /// The owner's account, made where there is none. Safe to repeat and to be killed in: the last step is what says that it is done.
    /// </summary>
    public async Task<Account> VerifyAsync(string email, CancellationToken cancellationToken)
    {
        while (true)
        {
            var account = await accounts.FindByEmailAsync(email, cancellationToken);
            if (account is { EmailVerifiedAt: not null })
                return account;
            var verified = account is null ? await AddAsync(email, cancellationToken) : await TakeOverAsync(account.Id, cancellationToken);
            if (verified is not null)
                return verified;
        }
    }

    private async Task<Account?> AddAsync(string email, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Email = email,
            Tier = options.Value.DefaultTier,
            CreatedAt = now,
            EmailVerifiedAt = now,
            PasswordHash = "",
        };
        return await accounts.TryAddAsync(account, cancellationToken) ? account : null;
    }

    private async Task<Account?> TakeOverAsync(string id, CancellationToken cancellationToken)
    {
        var closed = await accounts.ChangeAsync(id, Close, cancellationToken);
        if (closed is null)
            return null;
        // Only now: a session that has ended can give none any more.
        foreach (var given in access)
            await given.EndAllAsync(id, cancellationToken);
        return await accounts.ChangeAsync(
            id, account => account.EmailVerifiedAt is null ? account with { EmailVerifiedAt = clock.GetUtcNow() } : null, cancellationToken);
    }

    private static Account? Close(Account account) => account.EmailVerifiedAt is not null
        ? null
        : account.EndSessions(kept: null) with { PasswordHash = "", SecondFactor = null, KnownSources = [] };
}
