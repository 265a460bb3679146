using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace FitServerless.Accounts;

/// <summary>
/// Accounts as rows, the claims of their e-mails, and the parts of an account that change alone. Those have empty and not <c>null</c> where there is
/// nothing: a merge leaves alone what is <c>null</c>.
/// </summary>
internal static class AccountRows
{
    public const string AccountKey = "account";
    public const string ClaimKey = "email";

    private const string AccountId = "AccountId";

    /// <summary>Not the hash of the password, nor the second factor: what is not read is in no answer.</summary>
    public static readonly string[] SummaryColumns =
    [
        "PartitionKey", nameof(Account.Email), nameof(Account.Name), nameof(Account.Roles), nameof(Account.Tier), nameof(Account.CreatedAt),
        nameof(Account.EmailVerifiedAt), nameof(Account.Suspension),
    ];

    /// <summary>Before the ids made from then on: 48 bits of milliseconds (RFC 9562, 5.7).</summary>
    public static string FirstIdOf(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture).Insert(8, "-");

    public static TableEntity Claim(Account account) => new(EmailAddress.Key(account.Email), ClaimKey) { [AccountId] = account.Id };

    public static string ClaimedBy(TableEntity claim) => claim.GetString(AccountId)!;

    public static TableEntity Whole(Account account)
    {
        var row = Security(account);
        row[nameof(Account.Email)] = account.Email;
        row[nameof(Account.Name)] = account.Name;
        row[nameof(Account.TimeZone)] = account.TimeZone;
        row[nameof(Account.Tier)] = account.Tier;
        row[nameof(Account.Settings)] = account.Settings;
        row[nameof(Account.CreatedAt)] = account.CreatedAt;
        return row;
    }

    public static TableEntity Profile(Account account) => new(account.Id, AccountKey)
    {
        [nameof(Account.Name)] = account.Name ?? "",
        [nameof(Account.TimeZone)] = account.TimeZone,
        [nameof(Account.Settings)] = account.Settings ?? "",
    };

    public static TableEntity Avatar(string id, string? avatar) => new(id, AccountKey) { [nameof(Account.Avatar)] = avatar ?? "" };

    /// <summary>What signing in depends on.</summary>
    public static TableEntity Security(Account account) => new(account.Id, AccountKey)
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

    public static AccountSummary Summary(TableEntity row) => new(
        row.PartitionKey,
        row.GetString(nameof(Account.Email))!,
        TextOf(row, nameof(Account.Name)),
        row.GetString(nameof(Account.Roles))!.Split(','),
        row.GetString(nameof(Account.Tier))!)
    {
        CreatedAt = row.GetDateTimeOffset(nameof(Account.CreatedAt))!.Value,
        IsEmailVerified = row.GetDateTimeOffset(nameof(Account.EmailVerifiedAt)) is not null,
        Suspension = SuspensionOf(row),
    };

    public static Account Read(TableEntity row) => new()
    {
        Id = row.PartitionKey,
        Email = row.GetString(nameof(Account.Email))!,
        Name = TextOf(row, nameof(Account.Name)),
        Roles = row.GetString(nameof(Account.Roles))!.Split(','),
        TimeZone = row.GetString(nameof(Account.TimeZone))!,
        Tier = row.GetString(nameof(Account.Tier))!,
        Settings = TextOf(row, nameof(Account.Settings)),
        Avatar = TextOf(row, nameof(Account.Avatar)),
        CreatedAt = row.GetDateTimeOffset(nameof(Account.CreatedAt))!.Value,
        PasswordHash = row.GetString(nameof(Account.PasswordHash))!,
        EmailVerifiedAt = row.GetDateTimeOffset(nameof(Account.EmailVerifiedAt)),
        SecondFactor = TextOf(row, nameof(Account.SecondFactor)) is { } json
            ? JsonSerializer.Deserialize(json, AccountJson.Default.SecondFactor)
            : null,
        SessionEpoch = row.GetInt32(nameof(Account.SessionEpoch)) ?? 0,
        KeptSession = TextOf(row, nameof(Account.KeptSession)),
        KnownSources = (row.GetString(nameof(Account.KnownSources)) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries),
        Suspension = SuspensionOf(row),
        ETag = row.ETag,
    };

    private static Suspension? SuspensionOf(TableEntity row) => TextOf(row, nameof(Account.Suspension)) is { } json
        ? JsonSerializer.Deserialize(json, AccountJson.Default.Suspension)
        : null;

    private static string? TextOf(TableEntity row, string name) => row.GetString(name) is { Length: > 0 } text ? text : null;
}
