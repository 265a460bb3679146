using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>Documents that have changed.</summary>
/// <param name="From">Behind which they changed.</param>
/// <param name="Cursor">Where the next page starts.</param>
public sealed record RxdbPage(IReadOnlyList<SyncedDocument> Documents, SyncCursor From, SyncCursor Cursor);
