using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>What became of a push.</summary>
/// <param name="Conflicts">The server's documents where the client took them for something else.</param>
/// <param name="Errors">By id, why a document cannot be taken; the others of the push are stored.</param>
public sealed record RxdbPushed(IReadOnlyList<SyncedDocument> Conflicts, IReadOnlyDictionary<string, string[]> Errors);
