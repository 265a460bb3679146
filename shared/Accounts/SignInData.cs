using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Counts of failed tries, and links under way, of an account and its address.</summary>
internal sealed class SignInData(ITryStore tries, IMagicLinkStore links, IAccountStore accounts, TimeProvider clock) : IPersonalData
{
    public string Name => "signIns";

    /// <summary>While the account is there: it knows the address.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await tries.DeleteAllAsync(userId, cancellationToken);
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            return;
        await tries.DeleteAllAsync(EmailAddress.Key(account.Email), cancellationToken);
        var now = clock.GetUtcNow();
        await links.DeleteAsync(account.Email, [LinkToken.DayOf(now.AddDays(-1)), LinkToken.DayOf(now)], cancellationToken);
    }
}
