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

    /// <summary>Another one as soon as the picture is another.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>A link sent to the address has come back.</summary>
    public bool EmailVerified { get; init; }

    public bool TwoFactor { get; init; }

    public static AccountView Of(Account account) => new(account.Id, account.Email, account.Name, account.Roles, account.TimeZone, account.Tier)
    {
        Settings = PersonSettings.Complete(account.Settings),
        CreatedAt = account.CreatedAt,
        AvatarUrl = account.Avatar is { } avatar ? $"/api/account/avatar?v={Uri.EscapeDataString(avatar)}" : null,
        EmailVerified = account.EmailVerifiedAt is not null,
        TwoFactor = account.SecondFactor is { IsOn: true },
    };
}
