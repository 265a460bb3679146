namespace FitServerless.Sync;

/// <summary>A document as found: its state and, where they were asked for, its samples and body.</summary>
public sealed record StoredDocument(DocumentState State, byte[]? Samples = null, StoredJson? Body = null);
