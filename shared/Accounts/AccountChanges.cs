namespace FitServerless.Accounts;

internal static class AccountChanges
{
    /// <summary>
    /// Reads, changes and writes until no other writer comes between. <paramref name="change"/> may run several times, each time on what is
    /// stored then, and gives <c>null</c> to change nothing. Two transactions.
    /// </summary>
    /// <returns>As written, without its new ETag; <c>null</c> when nothing was.</returns>
    public static async Task<Account?> ChangeAsync(
        this IAccountStore accounts, string id, Func<Account, Account?> change, CancellationToken cancellationToken)
    {
        while (await accounts.FindAsync(id, cancellationToken) is { } account && change(account) is { } changed)
        {
            if (await accounts.TryUpdateAsync(changed, cancellationToken))
                return changed;
        }

        return null;
    }
}
