using FitServerless.Backups.Archives;
using FitServerless.Sync;

namespace FitServerless.Backups;

/// <summary>
/// Older versions of documents, overwritten ones and losers of conflicts, and deleted documents: one line a document that has some.
/// </summary>
internal sealed class HistorySource(ISyncStore store) : IExportSource
{
    public string Folder => "history";

    /// <summary>One transaction for each 100 documents, and one for each that has older versions.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        await foreach (var (key, document) in store.ReadDocumentsAsync(userId, collection: null, withSamples: false, cancellationToken))
        {
            if (document.State.Past.Kept.Count == 0)
                continue;
            var history = await store.ReadHistoryAsync(userId, key, cancellationToken);
            await lines.WriteAsync(
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("collection"u8, key.Collection);
                    writer.WriteString("id"u8, key.Id);
                    writer.WriteBoolean("deleted"u8, document.State.Deleted);
                    writer.WriteStartArray("versions"u8);
                    foreach (var past in history)
                        past.Body.WriteTo(writer);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                },
                cancellationToken);
        }

        await lines.CompleteAsync(cancellationToken);
    }
}
