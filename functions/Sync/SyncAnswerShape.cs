namespace FitServerless.Functions.Sync;

/// <summary>What <see cref="SyncWriter"/> writes of a push and pull.</summary>
/// <param name="Digest">By collection and day.</param>
internal sealed record SyncAnswerShape(
    string Cursor,
    bool HasMore,
    IReadOnlyList<SyncResultShape> Results,
    IReadOnlyList<DocumentShape> Changes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, DigestDayShape>>? Digest = null);
