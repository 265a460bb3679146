namespace FitServerless.Sync;

/// <summary>One document at its place in the log.</summary>
/// <param name="Deleted">It is a tombstone.</param>
public sealed record LogEntry(Sequence Sequence, DocumentKey Key, StoredJson Body, bool Deleted = false);
