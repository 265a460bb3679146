namespace FitServerless.Functions.Sync;

/// <summary>What there is, by collection and day.</summary>
internal sealed record SyncDigestShape(string Cursor, IReadOnlyDictionary<string, IReadOnlyDictionary<string, DigestDayShape>> Digest);
