namespace FitServerless.Sync;

/// <summary>A document as it once was, or would have been.</summary>
public sealed record DocumentVersion(SyncedDocument Document, VersionFate Fate);
