using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Files;

/// <summary>Puts files back that have an id already. First the blob, then its row, as uploads do.</summary>
internal sealed class RestoredFiles(IFileStore store, UserBlobs blobs)
{
    private const int MaxAttempts = 12;

    /// <summary>Does nothing where a file has that id: its content never changes. Three transactions.</summary>
    /// <exception cref="SyncContentionException">Other writers of the same person came between each time.</exception>
    public async Task PutAsync(string userId, StoredFile described, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var (known, totals) = await store.FindWithTotalsAsync(userId, described.Id, cancellationToken);
        if (known is not null)
            return;
        var written = await blobs.WriteAsync(FileBlobs.Name(userId, described), content, described.MediaType, cancellationToken);
        var file = described with { IsSealed = written.IsSealed };
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.TryAddAsync(userId, file, totals, cancellationToken))
                return;
            (known, totals) = await store.FindWithTotalsAsync(userId, file.Id, cancellationToken);
            // It was added, and the answer lost.
            if (known?.Version == file.Version)
                return;
            if (known is not null)
            {
                await blobs.DeleteAsync(FileBlobs.Name(userId, file), cancellationToken);
                return;
            }
        }

        throw new SyncContentionException();
    }

    public Task<IReadOnlyList<StoredFile>> ListAsync(string userId, CancellationToken cancellationToken) =>
        store.ListAsync(userId, cancellationToken);
}
