using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Sync;

/// <summary>Reads documents, whole or without their measurements, and their older versions.</summary>
internal sealed class TableDocumentReader(TableClient table)
{
    /// <summary>The service's own limit of a page.</summary>
    private const int PageRows = 1000;

    /// <summary>Whole documents of 256 KiB, some of them with history marks: 30 MB at most, mostly 200 KB.</summary>
    private const int PageDocuments = 100;

    public async Task<StoredDocument?> FindAsync(
        string userId, DocumentKey key, bool withSamples, CancellationToken cancellationToken)
    {
        while (await FindRowAsync(userId, SyncRowKeys.Document(key), cancellationToken) is { } row)
        {
            // Otherwise a writer came between the reads: look again.
            if (await TryCompleteAsync(userId, key, row, withSamples, cancellationToken) is { } found)
                return found;
        }

        return null;
    }

    public async IAsyncEnumerable<(DocumentKey Key, StoredDocument Document)> ReadAllAsync(
        string userId, string? collection, bool withSamples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = KeyPrefix.Filter(userId, SyncRowKeys.Documents(collection));
        await foreach (var page in table.QueryAsync<TableEntity>(filter, PageDocuments, cancellationToken: cancellationToken).AsPages())
        {
            foreach (var some in page.Values.Chunk(DocumentReads.Parallelism))
            {
                foreach (var (key, found) in await Task.WhenAll(some.Select(row => ReadAsync(userId, row, withSamples, cancellationToken))))
                {
                    if (found is not null)
                        yield return (key, found);
                }
            }
        }
    }

    private async Task<(DocumentKey Key, StoredDocument? Document)> ReadAsync(
        string userId, TableEntity row, bool withSamples, CancellationToken cancellationToken)
    {
        var key = SyncRowKeys.DocumentOf(row.RowKey);
        return (key, await TryCompleteAsync(userId, key, row, withSamples, cancellationToken)
            ?? await FindAsync(userId, key, withSamples, cancellationToken));
    }

    /// <returns><c>null</c> when the samples are no longer those of this row.</returns>
    private async Task<StoredDocument?> TryCompleteAsync(
        string userId, DocumentKey key, TableEntity row, bool withSamples, CancellationToken cancellationToken)
    {
        var found = new StoredDocument(DocumentRows.State(row), BodyColumns.Read(row)) { ETag = row.ETag };
        if (!withSamples || found.State.SampleRows == 0)
            return found;
        var rows = await Task.WhenAll(Enumerable.Range(0, found.State.SampleRows)
            .Select(index => FindRowAsync(userId, SyncRowKeys.Samples(key, index), cancellationToken)));
        return Array.TrueForAll(rows, samples => samples is not null && DocumentRows.SamplesVersion(samples) == found.State.SamplesVersion)
            ? found with { Samples = BodyColumns.Bytes(rows!) }
            : null;
    }

    public async Task<IReadOnlyList<PastVersion>> ReadHistoryAsync(string userId, DocumentKey key, CancellationToken cancellationToken)
    {
        var filter = KeyPrefix.Filter(userId, SyncRowKeys.PastVersions(key));
        var history = new List<PastVersion>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken))
            history.Add(PastRows.Read(row));
        return history;
    }

    private async Task<TableEntity?> FindRowAsync(string userId, string rowKey, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(userId, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
