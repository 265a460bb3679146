namespace FitServerless.Sync;

/// <summary>The side of a conflict that does not stand.</summary>
/// <param name="Version">Of the document's history.</param>
public sealed record LostEdit(DocumentKey Key, int Version);
