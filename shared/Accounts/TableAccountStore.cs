using System.Globalization;
using System.Text.Json;
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

    /// <summary>No account has it.</summary>
    private const string NobodysId = "nobody";

    /// <summary>Not the hash of the password, nor the second factor: what is not read is in no answer.</summary>
    private static readonly string[] SummaryColumns =
    [
        "PartitionKey", nameof(Account.Email), nameof(Account.Name), nameof(Account.Roles), nameof(Account.Tier), nameof(Account.CreatedAt),
        nameof(Account.EmailVerifiedAt), nameof(Account.Suspension),
    ];

    private readonly TableClient _table = tables.Accounts;

    public async Task<bool> TryAddAsync(Account account, CancellationToken cancellationToken)
    {
        // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
        await _table.UpsertEntityAsync(ToRow(account), TableUpdateMode.Replace, cancellationToken);
        try
        {
            var claim = new TableEntity(EmailAddress.Key(account.Email), EmailRow) { ["AccountId"] = account.Id };
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
        await FindAsync(await FindIdAsync(email, cancellationToken) ?? NobodysId, cancellationToken);

    public async Task<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id, AccountRow, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    /// <summary>
    /// Ids begin with the time, so the accounts stand together, and the claims of e-mails, whose keys are spread evenly over all there may be, are
    /// nearly all behind them: the bound keeps the service from reading those.
    /// </summary>
    public async Task<AccountPage?> ListAsync(string? cursor, DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var end = FirstIdOf(before);
        var pages = _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey lt {end} and RowKey eq {AccountRow}"), limit, SummaryColumns, cancellationToken);
        try
        {
            return await pages.AsPages(cursor, limit).FirstOrDefaultAsync(cancellationToken) is { } page
                ? new AccountPage([.. page.Values.Select(ToSummary)], page.ContinuationToken is { Length: > 0 } next ? next : null)
                : new AccountPage([], null);
        }
        catch (Exception e) when (cursor is not null && e is FormatException or RequestFailedException { Status: 400 })
        {
            return null;
        }
    }

    public Task<bool> TryUpdateAsync(Account account, CancellationToken cancellationToken) =>
        TryMergeAsync(ToSecurityRow(account), account.ETag, cancellationToken);

    /// <summary>Empty and not <c>null</c> where there is nothing: a merge leaves alone what is <c>null</c>.</summary>
    public Task<bool> TryUpdateProfileAsync(Account account, CancellationToken cancellationToken) => TryMergeAsync(
        new TableEntity(account.Id, AccountRow)
        {
            [nameof(Account.Name)] = account.Name ?? "",
            [nameof(Account.TimeZone)] = account.TimeZone,
            [nameof(Account.Settings)] = account.Settings ?? "",
        },
        account.ETag,
        cancellationToken);

    public async Task<bool> SetAvatarAsync(string id, string? avatar, CancellationToken cancellationToken)
    {
        try
        {
            // A merge keeps properties that are null.
            var row = new TableEntity(id, AccountRow) { [nameof(Account.Avatar)] = avatar ?? "" };
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellationToken);
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
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(EmailAddress.Key(email), EmailRow, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetString("AccountId") : null;
    }

    /// <summary>48 bits of milliseconds (RFC 9562, 5.7).</summary>
    private static string FirstIdOf(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture).Insert(8, "-");

    private static TableEntity ToRow(Account account)
    {
        var row = ToSecurityRow(account);
        row[nameof(Account.Email)] = account.Email;
        row[nameof(Account.Name)] = account.Name;
        row[nameof(Account.TimeZone)] = account.TimeZone;
        row[nameof(Account.Tier)] = account.Tier;
        row[nameof(Account.Settings)] = account.Settings;
        row[nameof(Account.CreatedAt)] = account.CreatedAt;
        return row;
    }

    /// <summary>Empty and not <c>null</c> where there is nothing: a merge leaves alone what is <c>null</c>.</summary>
    private static TableEntity ToSecurityRow(Account account) => new(account.Id, AccountRow)
    {
        [nameof(Account.Roles)] = string.Join(',', account.Roles),
        [nameof(Account.PasswordHash)] = account.PasswordHash,
        [nameof(Account.EmailVerifiedAt)] = account.EmailVerifiedAt,
        [nameof(Account.SecondFactor)] =
            account.SecondFactor is { } factor ? JsonSerializer.Serialize(factor, AccountJson.Default.SecondFactor) : "",
        [nameof(Account.SessionEpoch)] = account.SessionEpoch,
        [nameof(Account.KeptSession)] = account.KeptSession ?? "",
        [nameof(Account.KnownSources)] = string.Join(',', account.KnownSources),
        [nameof(Account.Suspension)] =
            account.Suspension is { } suspension ? JsonSerializer.Serialize(suspension, AccountJson.Default.Suspension) : "",
    };

    private static AccountSummary ToSummary(TableEntity row) => new(
        row.PartitionKey,
        row.GetString(nameof(Account.Email))!,
        row.GetString(nameof(Account.Name)) is { Length: > 0 } name ? name : null,
        row.GetString(nameof(Account.Roles))!.Split(','),
        row.GetString(nameof(Account.Tier))!)
    {
        CreatedAt = row.GetDateTimeOffset(nameof(Account.CreatedAt))!.Value,
        IsEmailVerified = row.GetDateTimeOffset(nameof(Account.EmailVerifiedAt)) is not null,
        Suspension = SuspensionOf(row),
    };

    private static Suspension? SuspensionOf(TableEntity row) => row.GetString(nameof(Account.Suspension)) is { Length: > 0 } json
        ? JsonSerializer.Deserialize(json, AccountJson.Default.Suspension)
        : null;

    private static Account FromRow(TableEntity row) => new()
    {
        Id = row.PartitionKey,
        Email = row.GetString(nameof(Account.Email))!,
        Name = row.GetString(nameof(Account.Name)) is { Length: > 0 } name ? name : null,
        Roles = row.GetString(nameof(Account.Roles))!.Split(','),
        TimeZone = row.GetString(nameof(Account.TimeZone))!,
        Tier = row.GetString(nameof(Account.Tier))!,
        Settings = row.GetString(nameof(Account.Settings)) is { Length: > 0 } settings ? settings : null,
        Avatar = row.GetString(nameof(Account.Avatar)) is { Length: > 0 } avatar ? avatar : null,
        CreatedAt = row.GetDateTimeOffset(nameof(Account.CreatedAt))!.Value,
        PasswordHash = row.GetString(nameof(Account.PasswordHash))!,
        EmailVerifiedAt = row.GetDateTimeOffset(nameof(Account.EmailVerifiedAt)),
        SecondFactor = row.GetString(nameof(Account.SecondFactor)) is { Length: > 0 } json
            ? JsonSerializer.Deserialize(json, AccountJson.Default.SecondFactor)
            : null,
        SessionEpoch = row.GetInt32(nameof(Account.SessionEpoch)) ?? 0,
        KeptSession = row.GetString(nameof(Account.KeptSession)) is { Length: > 0 } session ? session : null,
        KnownSources = (row.GetString(nameof(Account.KnownSources)) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries),
        Suspension = SuspensionOf(row),
        ETag = row.ETag,
    };
}
