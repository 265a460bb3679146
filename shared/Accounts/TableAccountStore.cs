using System.Security.Cryptography;
using System.Text;
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
    private const string AccountRow = "account";
    private const string EmailRow = "email";

    private readonly TableClient _table = tables.Accounts;

    public async Task<bool> TryAddAsync(Account account, CancellationToken cancellationToken)
    {
        // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
        await _table.UpsertEntityAsync(ToRow(account), TableUpdateMode.Replace, cancellationToken);
        try
        {
            var claim = new TableEntity(EmailKey(account.Email), EmailRow) { ["AccountId"] = account.Id };
            await _table.AddEntityAsync(claim, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Either another account has it, or this claim was applied and its answer lost.
            if (await FindIdAsync(account.Email, cancellationToken) == account.Id)
                return true;
            await _table.DeleteEntityAsync(account.Id, AccountRow, ETag.All, cancellationToken);
            return false;
        }
    }

    public async Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        await FindIdAsync(email, cancellationToken) is { } id ? await FindAsync(id, cancellationToken) : null;

    public async Task<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id, AccountRow, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    public Task SetPasswordHashAsync(string id, string passwordHash, CancellationToken cancellationToken) => _table.UpdateEntityAsync(
        new TableEntity(id, AccountRow) { [nameof(Account.PasswordHash)] = passwordHash }, ETag.All, TableUpdateMode.Merge, cancellationToken);

    public async Task<bool> TryUpdateProfileAsync(Account account, CancellationToken cancellationToken)
    {
        // A merge leaves a column that is null as it was: what is not set any more is empty.
        var row = new TableEntity(account.Id, AccountRow)
        {
            [nameof(Account.Name)] = account.Name ?? "",
            [nameof(Account.TimeZone)] = account.TimeZone,
            [nameof(Account.Settings)] = account.Settings ?? "",
        };
        try
        {
            await _table.UpdateEntityAsync(row, account.ETag, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    private async Task<string?> FindIdAsync(string email, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(EmailKey(email), EmailRow, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetString("AccountId") : null;
    }

    /// <summary>Hashed, because an address may hold what a key may not, and keys show up in logs and metrics of the service.</summary>
    private static string EmailKey(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)));

    private static TableEntity ToRow(Account account) => new(account.Id, AccountRow)
    {
        [nameof(Account.Email)] = account.Email,
        [nameof(Account.Name)] = account.Name,
        [nameof(Account.Roles)] = string.Join(',', account.Roles),
        [nameof(Account.TimeZone)] = account.TimeZone,
        [nameof(Account.Tier)] = account.Tier,
        [nameof(Account.Settings)] = account.Settings,
        [nameof(Account.CreatedAt)] = account.CreatedAt,
        [nameof(Account.PasswordHash)] = account.PasswordHash,
    };

    private static Account FromRow(TableEntity row) => new()
    {
        Id = row.PartitionKey,
        Email = row.GetString(nameof(Account.Email))!,
        Name = row.GetString(nameof(Account.Name)) is { Length: > 0 } name ? name : null,
        Roles = row.GetString(nameof(Account.Roles))!.Split(','),
        TimeZone = row.GetString(nameof(Account.TimeZone))!,
        Tier = row.GetString(nameof(Account.Tier))!,
        Settings = row.GetString(nameof(Account.Settings)) is { Length: > 0 } settings ? settings : null,
        CreatedAt = row.GetDateTimeOffset(nameof(Account.CreatedAt))!.Value,
        PasswordHash = row.GetString(nameof(Account.PasswordHash))!,
        ETag = row.ETag,
    };
}
