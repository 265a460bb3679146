namespace FitServerless.Accounts;

/// <summary>Who makes a request, by the word of their access token.</summary>
/// <param name="Tier">One of <see cref="Tiers"/>.</param>
/// <param name="Session">The id of the <see cref="RefreshFamily"/> that the token came from; old tokens name none.</param>
/// <param name="IsEmailVerified">The caller has shown to read the mail of this address.</param>
public sealed record Caller(
    string Id, string Email, IReadOnlyList<string> Roles, string Tier = Tiers.Free, string? Session = null, bool IsEmailVerified = false);
