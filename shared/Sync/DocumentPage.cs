namespace FitServerless.Sync;

/// <param name="NextCursor">Where the next page starts; <c>null</c> at the end.</param>
public sealed record DocumentPage(IReadOnlyList<SyncedDocument> Items, string? NextCursor);
