using Azure;

namespace FitServerless.Accounts;

/// <summary>A person who may sign in.</summary>
public sealed record Account
{
    public required string Id { get; init; }

    /// <summary>Normalised; see <see cref="EmailAddress"/>.</summary>
    public required string Email { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = ["user"];

    /// <summary>IANA zone: when this person's day begins.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>One of <see cref="Tiers"/>.</summary>
    public string Tier { get; init; } = Tiers.Free;

    /// <summary>A JSON object of what the person has set; see <see cref="Profiles.PersonSettings"/>.</summary>
    public string? Settings { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>In the hasher's own tagged format.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Of the row it was read from.</summary>
    public ETag ETag { get; init; }
}
