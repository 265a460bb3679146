namespace FitServerless.Sync;

/// <param name="Cursor">What the device sends the next time.</param>
/// <param name="HasMore">There are more changes: pull again at once.</param>
/// <param name="Results">One an edit, in their order.</param>
public sealed record SyncAnswer(
    SyncCursor Cursor, bool HasMore, IReadOnlyList<SyncedDocument> Changes, IReadOnlyList<SyncEditResult> Results);
