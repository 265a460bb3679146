using FitServerless.Accounts.MagicLinks;
using FitServerless.Cleanup;
using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Accounts;

/// <summary>Counts of failed tries and of letters, and links under way, of an account and its address.</summary>
internal sealed class SignInData(
    AppTables tables, IMagicLinkStore links, ExpiryIndex expiry, ErasedAddress address, TimeProvider clock) : IPersonalData
{
    public string Name => "signIns";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await tables.SignInTries.DeletePartitionAsync(userId, cancellationToken);
        if (await address.FindAsync(userId, cancellationToken) is not { } email)
            return;
        var key = EmailAddress.Key(email);
        await tables.SignInTries.DeletePartitionAsync(key, cancellationToken);
        await tables.Quotas.DeletePartitionAsync(key, cancellationToken);
        await expiry.EraseAsync(key, cancellationToken);
        var now = clock.GetUtcNow();
        await links.DeleteAsync(email, [LinkToken.DayOf(now.AddDays(-1)), LinkToken.DayOf(now)], cancellationToken);
    }
}
