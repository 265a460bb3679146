using FitServerless.Sync;

namespace FitServerless.Adapters.Watermelon;

/// <param name="Documents">By collection, each document once.</param>
/// <param name="Timestamp">See <see cref="WatermelonTimestamp"/>.</param>
public sealed record WatermelonPull(ILookup<string, SyncedDocument> Documents, long Timestamp);
