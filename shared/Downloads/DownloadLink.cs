namespace FitServerless.Downloads;

/// <summary>A signed permission to fetch one thing for a while, fit for a path.</summary>
public sealed record DownloadLink(string Token, DateTimeOffset ExpiresAt);
