using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FitServerless.Backups.Archives;
using FitServerless.Sync;
using FitServerless.Workouts.Efforts;

namespace FitServerless.Backups.Restores;

/// <summary>
/// Puts a checked archive back, a batch at a time. Each step finds out for itself whether it has been done, so that all of it can be
/// repeated; the journal only saves looking.
/// </summary>
internal sealed class RestoreRun(
    string userId, RestoreJournal journal, DocumentWriter writer, DocumentLayout layout, Thresholds thresholds, RestoreJournals journals)
{
    /// <summary>A few batches of the store's.</summary>
    private const int BatchDocuments = 50;

    private const int BatchBytes = 2 * 1024 * 1024;

    /// <summary>Documents between two notes in the journal.</summary>
    private const int NoteEvery = 500;

    /// <summary>
    /// Ids of documents in the archive, only where others are to go. Some 40 bytes each in the set, so 40 MB for a million; two of a million are
    /// taken for one once in 10^26 archives.
    /// </summary>
    private readonly HashSet<UInt128> _archived = [];
    private readonly List<DocumentChange> _batch = [];
    private int _batchBytes;
    private int _seen;
    private int _noted = journal.Done;

    public RestoreCounts Counts { get; private set; } = new();

    public async Task PutAsync(string collection, Stream content, CancellationToken cancellationToken)
    {
        await foreach (var line in LinesReader.ReadAsync(content, cancellationToken))
        {
            var document = ArchivedDocument.Parse(collection, line.Span);
            if (journal.Mode == RestoreMode.Replace)
                _archived.Add(HashOf(document.Key));
            if (_seen++ < journal.Done)
                continue;
            _batch.Add(new RestoredDocument(document, journal, layout, thresholds));
            _batchBytes += line.Length;
            if (_batch.Count == BatchDocuments || _batchBytes > BatchBytes)
                await WriteAsync(cancellationToken);
        }

        await WriteAsync(cancellationToken);
    }

    /// <summary>After all that is archived has been put.</summary>
    public async Task DeleteOthersAsync(ISyncStore store, CancellationToken cancellationToken)
    {
        await foreach (var (key, document) in store.ReadDocumentsAsync(userId, collection: null, withSamples: false, cancellationToken))
        {
            if (document.State.Deleted || _archived.Contains(HashOf(key)))
                continue;
            _batch.Add(new RestoredDelete(key, journal));
            if (_batch.Count == BatchDocuments)
                await WriteAsync(cancellationToken);
        }

        await WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
            return;
        var results = (await writer.WriteAsync(userId, _batch, null, cancellationToken)).Results;
        foreach (var (change, result) in _batch.Zip(results))
            Count(change, result.Status);
        _batch.Clear();
        _batchBytes = 0;
        if (_seen - _noted >= NoteEvery)
            await journals.WriteAsync(userId, journal with { Done = _noted = _seen }, cancellationToken);
    }

    private void Count(DocumentChange change, ChangeStatus status) => Counts = status switch
    {
        ChangeStatus.Applied when change is RestoredDelete => Counts with { Deleted = Counts.Deleted + 1 },
        ChangeStatus.Applied or ChangeStatus.Merged => Counts with { Restored = Counts.Restored + 1 },
        ChangeStatus.Duplicate => Counts with { Unchanged = Counts.Unchanged + 1 },
        _ => Counts with { Kept = Counts.Kept + 1 },
    };

    private static UInt128 HashOf(DocumentKey key) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Collection}\n{key.Id}")));
}
