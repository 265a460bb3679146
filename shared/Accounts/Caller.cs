using System.Net;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Who makes a request, by the word of their access token.</summary>
/// <param name="Tier">One of <see cref="Tiers"/>.</param>
/// <param name="Session">The id of the <see cref="RefreshFamily"/> that the token came from; old tokens name none.</param>
/// <param name="IsEmailVerified">The caller has shown to read the mail of this address.</param>
public sealed record Caller(
    string Id, string Email, IReadOnlyList<string> Roles, string Tier = Tiers.Free, string? Session = null, bool IsEmailVerified = false)
{
    /// <summary>Where the request comes from.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>When the token was made, to the second; <c>null</c> where there is none, as in a timer.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    public AuditOrigin Origin => AuditOrigin.User(Address);
}
