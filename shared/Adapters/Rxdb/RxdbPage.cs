using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>Documents that have changed, and where the next page starts.</summary>
public sealed record RxdbPage(IReadOnlyList<SyncedDocument> Documents, SyncCursor Cursor);
