namespace FitServerless.Accounts.Sessions;

/// <summary>A sign-in that lasts, as its owner sees it.</summary>
/// <param name="LastUsedAt">When it last got an access token.</param>
/// <param name="IsCurrent">The one that asks.</param>
public sealed record Session(string Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool IsCurrent);
