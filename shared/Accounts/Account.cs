using Azure;
using FitServerless.Accounts.SecondFactors;

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

    /// <summary>The tag of the person's picture; <c>null</c> for none.</summary>
    public string? Avatar { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>In the hasher's own tagged format; empty when there is no password, and its owner signs in by links.</summary>
    public required string PasswordHash { get; init; }

    public bool HasPassword => PasswordHash.Length > 0;

    /// <summary>When a link sent to <see cref="Email"/> came back the first time; <c>null</c> before.</summary>
    public DateTimeOffset? EmailVerifiedAt { get; init; }

    public SecondFactor? SecondFactor { get; init; }

    /// <summary>Sessions of earlier epochs have ended, but for <see cref="KeptSession"/>: all of them end in one write.</summary>
    public int SessionEpoch { get; init; }

    public string? KeptSession { get; init; }

    /// <summary>Nobody gets in while there is one; <c>null</c> for none.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>Where its password was right before, newest first; see <see cref="SourceKeys"/>.</summary>
    public IReadOnlyList<string> KnownSources { get; init; } = [];

    /// <summary>Of the row it was read from.</summary>
    public ETag ETag { get; init; }

    /// <summary>Ends all sessions but perhaps one.</summary>
    public Account EndSessions(string? kept) => this with { SessionEpoch = SessionEpoch + 1, KeptSession = kept };

    /// <summary>Shuts it, and ends all sessions. One that is suspended stays so since it was.</summary>
    public Account Suspend(DateTimeOffset now, string? reason) =>
        EndSessions(kept: null) with { Suspension = new Suspension(Suspension?.At ?? now, reason) };

    /// <summary>Whether a session goes on. When it expires is its own matter.</summary>
    public bool Holds(RefreshFamily session) => !session.Revoked && (session.Epoch == SessionEpoch || session.Id == KeptSession);
}
