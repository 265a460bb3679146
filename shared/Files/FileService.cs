using FitServerless.Storage;
using FitServerless.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Files;

/// <summary>
/// Files that people keep here. First the blob, then its row; in deletes first the row: whoever is killed between the two leaves a blob that
/// nothing tells of, and <see cref="Orphans.OrphanSweep"/> takes it away.
/// </summary>
public sealed class FileService
{
    private const int MaxAttempts = 12;

    private readonly IFileStore _store;
    private readonly UserBlobs _blobs;
    private readonly FilesOptions _options;
    private readonly TimeProvider _clock;
    private readonly UserGates _gates = new();

    internal FileService(IFileStore store, UserBlobs blobs, IOptions<FilesOptions> options, TimeProvider clock) =>
        (_store, _blobs, _options, _clock) = (store, blobs, options.Value, clock);

    /// <summary>Three transactions; more when other uploads of the same person come between.</summary>
    /// <exception cref="SyncContentionException">They did each time.</exception>
    public async Task<UploadOutcome> UploadAsync(string userId, FileUpload upload, CancellationToken cancellationToken)
    {
        if (FileType.Of(upload.Content.Span) is not { } type)
            return new UploadOutcome.WrongType();
        var file = Describe(userId, upload, type);
        var (known, totals) = await _store.FindWithTotalsAsync(userId, file.Id, cancellationToken);
        if (known is not null)
            return await RepeatAsync(userId, known, file, upload, cancellationToken);
        if (!HasRoom(totals, file))
            return new UploadOutcome.Full(_options.MaxFiles, _options.MaxTotalBytes);
        var written = await _blobs.WriteAsync(FileBlobs.Name(userId, file), upload.Content, file.MediaType, cancellationToken);
        return await AddAsync(userId, file with { IsSealed = written.IsSealed }, totals, upload, cancellationToken);
    }

    /// <summary><c>null</c> when there is none of that id. One transaction, none when it is no id.</summary>
    public async Task<StoredFile?> FindAsync(string userId, string id, CancellationToken cancellationToken) =>
        IsId(id) ? await _store.FindAsync(userId, id, cancellationToken) : null;

    /// <summary><c>null</c> when it was deleted meanwhile. One transaction.</summary>
    /// <exception cref="Storage.Sealing.SealException">It cannot be opened.</exception>
    public Task<byte[]?> ReadAsync(string userId, StoredFile file, ByteSpan span, CancellationToken cancellationToken) =>
        _blobs.ReadAsync(FileBlobs.Name(userId, file), span, file.IsSealed, cancellationToken);

    /// <summary>Newest first. One transaction: there are fewer rows than one query answers, so their order is made here.</summary>
    /// <param name="after">The cursor of the page before. A file that is gone may stand in it.</param>
    public async Task<FilePage> ListAsync(string userId, int limit, string? after, CancellationToken cancellationToken)
    {
        var files = await _store.ListAsync(userId, cancellationToken);
        var rest = files.OrderByDescending(FileCursor.Of, StringComparer.Ordinal)
            .Where(file => after is null || string.CompareOrdinal(FileCursor.Of(file), after) < 0)
            .ToList();
        return new FilePage([.. rest.Take(limit)], rest.Count > limit ? FileCursor.Of(rest[limit - 1]) : null);
    }

    /// <summary>False when there was none. Three transactions.</summary>
    /// <exception cref="SyncContentionException">Other writers of the same person came between each time.</exception>
    public async Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken)
    {
        if (!IsId(id))
            return false;
        using var gate = await _gates.EnterAsync(userId, cancellationToken);
        for (var (attempt, last) = (0, default(StoredFile)); attempt < MaxAttempts; attempt++)
        {
            var (file, totals) = await _store.FindWithTotalsAsync(userId, id, cancellationToken);
            // Gone at the second look: the answer to the first delete was lost, or another one was first. The blob goes either way.
            if (file is null || await _store.TryDeleteAsync(userId, file, totals, cancellationToken))
                return (file ?? last) is { } gone && await DeleteBlobAsync(userId, gone, cancellationToken);
            last = file;
        }

        throw new SyncContentionException();
    }

    private StoredFile Describe(string userId, FileUpload upload, FileType type)
    {
        var now = _clock.GetUtcNow();
        return new StoredFile
        {
            Id = upload.Key is { } key ? DocumentIds.Derive(userId, key) : Guid.CreateVersion7(now).ToString(),
            Name = FileNames.Safe(upload.Name, type.Extensions),
            MediaType = type.MediaType,
            Size = upload.Content.Length,
            Version = StoredFile.NewVersion(),
            CreatedAt = now,
        };
    }

    private async Task<UploadOutcome> AddAsync(
        string userId, StoredFile file, FileTotals totals, FileUpload upload, CancellationToken cancellationToken)
    {
        using var gate = await _gates.EnterAsync(userId, cancellationToken);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await _store.TryAddAsync(userId, file, totals, cancellationToken))
                return new UploadOutcome.Stored(file);
            (var known, totals) = await _store.FindWithTotalsAsync(userId, file.Id, cancellationToken);
            // It was added, and the answer lost.
            if (known?.Version == file.Version)
                return new UploadOutcome.Stored(file);
            if (known is null && HasRoom(totals, file))
                continue;
            await DeleteBlobAsync(userId, file, cancellationToken);
            return known is null
                ? new UploadOutcome.Full(_options.MaxFiles, _options.MaxTotalBytes)
                : await RepeatAsync(userId, known, file, upload, cancellationToken);
        }

        throw new SyncContentionException();
    }

    private bool HasRoom(FileTotals totals, StoredFile file) =>
        totals.With(file) is var next && next.Count <= _options.MaxFiles && next.Bytes <= _options.MaxTotalBytes;

    /// <summary>Compared byte by byte: a digest beside the row would tell who can read tables what a sealed file may be.</summary>
    private async Task<UploadOutcome> RepeatAsync(
        string userId, StoredFile known, StoredFile file, FileUpload upload, CancellationToken cancellationToken)
    {
        var isSame = (known.Name, known.MediaType, known.Size) == (file.Name, file.MediaType, file.Size)
            && await ReadAsync(userId, known, new ByteSpan(0, known.Size), cancellationToken) is { } content
            && upload.Content.Span.SequenceEqual(content);
        return isSame ? new UploadOutcome.Stored(known) : new UploadOutcome.KeyReused();
    }

    private async Task<bool> DeleteBlobAsync(string userId, StoredFile file, CancellationToken cancellationToken)
    {
        await _blobs.DeleteAsync(FileBlobs.Name(userId, file), cancellationToken);
        return true;
    }

    /// <summary>As we write them, so that one file has one path.</summary>
    internal static bool IsId(string id) => Guid.TryParseExact(id, "D", out var uuid) && uuid.ToString("D") == id;
}
