using Azure;

namespace FitServerless.Accounts.MagicLinks;

/// <summary>A link that was sent, without its secret.</summary>
internal sealed record MagicLink
{
    public required LinkToken.Place Place { get; init; }

    /// <summary>Normalised.</summary>
    public required string Email { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Names the request that used it; <c>null</c> before.</summary>
    public string? UsedBy { get; init; }

    public ETag ETag { get; init; }

    public bool IsGood(DateTimeOffset now) => UsedBy is null && now < ExpiresAt;
}
