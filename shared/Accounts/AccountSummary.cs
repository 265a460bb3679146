using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Accounts;

/// <summary>An account as admins see it: nothing that signs it in.</summary>
public sealed record AccountSummary(string Id, string Email, string? Name, IReadOnlyList<string> Roles, string Tier)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("emailVerified")]
    public bool IsEmailVerified { get; init; }

    public Suspension? Suspension { get; init; }

    public static AccountSummary Of(Account account) => new(account.Id, account.Email, account.Name, account.Roles, account.Tier)
    {
        CreatedAt = account.CreatedAt,
        IsEmailVerified = account.EmailVerifiedAt is not null,
        Suspension = account.Suspension,
    };
}
