using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Json;

namespace FitServerless.Functions.Accounts;

/// <summary>An account as its owner sees it.</summary>
public sealed record AccountView(string Id, string Email, string? Name, IReadOnlyList<string> Roles, string TimeZone, string Tier)
{
    /// <summary>What the person has set, and the defaults of all else that the server knows.</summary>
    public JsonObject Settings { get; init; } = [];

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    public static AccountView Of(Account account) =>
        new(account.Id, account.Email, account.Name, account.Roles, account.TimeZone, account.Tier)
        {
            Settings = PersonSettings.Complete(account.Settings),
            CreatedAt = account.CreatedAt,
        };
}
