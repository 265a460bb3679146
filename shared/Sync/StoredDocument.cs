namespace FitServerless.Sync;

/// <param name="Samples">Where they were asked for; <c>null</c> for none.</param>
public sealed record StoredDocument(DocumentState State, StoredJson Body, byte[]? Samples = null);
