using System.Globalization;
using FitServerless.Backups.Archives;
using FitServerless.Sync;

namespace FitServerless.Backups;

/// <summary>All that devices sync, a folder a collection: <c>collections/workouts/00001.jsonl</c>.</summary>
/// <remarks>
/// Every document is whole. One that is written while the archive is made is in it as it was or as it is; the mark is from before, so that
/// the next backup has it for sure. Deleted documents are left out.
/// </remarks>
internal sealed class DocumentSource(ISyncStore store, DocumentKinds kinds) : IBackupSource
{
    public const string Name = "collections";

    public string Folder => Name;

    /// <summary>One transaction.</summary>
    public async Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken) =>
        (await store.ReadHeadAsync(userId, fresh: true, cancellationToken)).Last.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>One transaction for each 100 documents, and one for each that has measurements.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        LinesWriter? lines = null;
        string? collection = null;
        await foreach (var (key, document) in store.ReadDocumentsAsync(userId, collection: null, withSamples: true, cancellationToken))
        {
            if (document.State.Deleted)
                continue;
            if (lines is null || collection != key.Collection)
            {
                await CompleteAsync(lines, cancellationToken);
                (lines, collection) = (archive.Lines($"{Name}/{key.Collection}"), key.Collection);
            }

            await lines.WriteAsync(ArchivedDocument.Of(KindOf(key), key, document).WriteTo, cancellationToken);
        }

        await CompleteAsync(lines, cancellationToken);
    }

    /// <summary>What the operator has taken off the list is still the person's.</summary>
    private DocumentKind KindOf(DocumentKey key) =>
        kinds.TryFind(key.Collection, out var kind) ? kind : new DocumentKind(key.Collection, DocumentKind.LargestDocument, ListBy: null);

    private static async Task CompleteAsync(LinesWriter? lines, CancellationToken cancellationToken)
    {
        if (lines is null)
            return;
        await lines.CompleteAsync(cancellationToken);
        await lines.DisposeAsync();
    }
}
