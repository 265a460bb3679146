using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Accounts;

/// <summary>
/// Two rows an account: the account under its id, and under the hash of its e-mail the id. The second one is the claim, and is written
/// last: a process that dies between the two leaves a row that nothing points to, and the e-mail free.
/// </summary>
internal sealed class TableAccountStore(AppTables tables) : IAccountStore
{
    /// <summary>No account has it.</summary>
    private const string NobodysId = "nobody";

    private readonly TableClient _table = tables.Accounts;

    public async Task<bool> TryAddAsync(Account account, CancellationToken cancellationToken)
    {
        // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
        await _table.UpsertEntityAsync(AccountRows.Whole(account), TableUpdateMode.Replace, cancellationToken);
        try
        {
            await _table.AddEntityAsync(AccountRows.Claim(account), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Either another account has it, or this claim was applied and its answer lost.
            if (await FindIdAsync(account.Email, cancellationToken) == account.Id)
                return true;
            await _table.DeleteEntityAsync(account.Id, AccountRows.AccountKey, ETag.All, cancellationToken);
            return false;
        }
    }

    public async Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        await FindAsync(await FindIdAsync(email, cancellationToken) ?? NobodysId, cancellationToken);

    public async Task<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id, AccountRows.AccountKey, cancellationToken: cancellationToken);
        return row.HasValue ? AccountRows.Read(row.Value!) : null;
    }

    /// <summary>
    /// Ids begin with the time, so the accounts stand together, and the claims of e-mails, whose keys are spread evenly over all there may be, are
    /// nearly all behind them: the bound keeps the service from reading those.
    /// </summary>
    public async Task<AccountPage?> ListAsync(string? cursor, DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var end = AccountRows.FirstIdOf(before);
        var pages = _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey lt {end} and RowKey eq {AccountRows.AccountKey}"),
            limit,
            AccountRows.SummaryColumns,
            cancellationToken);
        try
        {
            return await pages.AsPages(cursor, limit).FirstOrDefaultAsync(cancellationToken) is { } page
                ? new AccountPage([.. page.Values.Select(AccountRows.Summary)], page.ContinuationToken is { Length: > 0 } next ? next : null)
                : new AccountPage([], null);
        }
        catch (Exception e) when (cursor is not null && e is FormatException or RequestFailedException { Status: 400 })
        {
            return null;
        }
    }

    public Task<bool> TryUpdateAsync(Account account, CancellationToken cancellationToken) =>
        TryMergeAsync(AccountRows.Security(account), account.ETag, cancellationToken);

    public Task<bool> TryUpdateProfileAsync(Account account, CancellationToken cancellationToken) =>
        TryMergeAsync(AccountRows.Profile(account), account.ETag, cancellationToken);

    public async Task<bool> SetAvatarAsync(string id, string? avatar, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(AccountRows.Avatar(id, avatar), ETag.All, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode == "ResourceNotFound")
        {
            return false;
        }
    }

    private async Task<bool> TryMergeAsync(TableEntity row, ETag read, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(row, read, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    private async Task<string?> FindIdAsync(string email, CancellationToken cancellationToken)
    {
        var key = EmailAddress.Key(email);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key, AccountRows.ClaimKey, cancellationToken: cancellationToken);
        return row.HasValue ? AccountRows.ClaimedBy(row.Value!) : null;
    }
}
