namespace FitServerless.Downloads;

/// <summary>What a link leads to, if it is still there.</summary>
public sealed record DownloadTarget(string UserId, string Id);
