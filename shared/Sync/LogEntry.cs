namespace FitServerless.Sync;

/// <summary>One document at its place in the log.</summary>
public sealed record LogEntry(Sequence Sequence, DocumentKey Key, StoredJson Body);
