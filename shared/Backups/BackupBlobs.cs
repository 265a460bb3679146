using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Storage;
using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>
/// Backups as blobs, <c>{userId}/{kind}/{name}.tar.gz</c>, sealed where there is a key; those from before there was one are read as they are.
/// A blob is the old one or the new one, never a mixture: a new one stands in its place with one request, when all of it is there.
/// </summary>
public sealed class BackupBlobs(AppContainers containers, EncryptionKeys keys)
{
    private const string Extension = ".tar.gz";

    /// <summary>Oldest first within a kind. One transaction a kind.</summary>
    public async Task<IReadOnlyList<BackupInfo>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(BackupId.Kinds.Select(kind => ListAsync(userId, kind, cancellationToken)));
        return [.. lists.SelectMany(list => list)];
    }

    public async Task<IReadOnlyList<BackupInfo>> ListAsync(string userId, string kind, CancellationToken cancellationToken)
    {
        var prefix = $"{userId}/{kind}/";
        var found = new List<BackupInfo>();
        await foreach (var blob in containers.UsersOf(userId).ListAsync(prefix, BlobTraits.Metadata, cancellationToken))
        {
            if (blob.Name.EndsWith(Extension, StringComparison.Ordinal)
                && BackupId.TryParse($"{kind}/{blob.Name[prefix.Length..^Extension.Length]}", out var id)
                && Info(id, blob) is { } info)
                found.Add(info);
        }

        return found;
    }

    /// <summary>One transaction.</summary>
    public async Task<BackupInfo?> FindAsync(string userId, BackupId id, CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await Blob(userId, id).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return BackupMetadata.Read(id, blob.ContentLength, blob.LastModified, blob.ETag, blob.Metadata);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>All of it. One transaction, however large. What goes wrong while it is read leaves as the client library's own exceptions.</summary>
    /// <exception cref="SealException">There is no key for it; while it is read: it is not what was sealed.</exception>
    public async Task<BackupContent?> OpenAsync(string userId, BackupId id, CancellationToken cancellationToken)
    {
        if (await Blob(userId, id).TryDownloadAsync(default, cancellationToken) is not { } blob)
            return null;
        if (BackupMetadata.Read(id, blob.Details.ContentLength, blob.Details.LastModified, blob.Details.ETag, blob.Details.Metadata) is { } info)
            return new BackupContent(info, Open(userId, info, blob, firstFrame: 0));
        blob.Dispose();
        return null;
    }

    /// <summary>A stretch of it. One transaction.</summary>
    /// <returns><c>null</c> when it is gone, or another one in its place.</returns>
    /// <exception cref="SealException">It cannot be opened.</exception>
    public async Task<BackupContent?> OpenAsync(string userId, BackupInfo backup, ByteSpan span, CancellationToken cancellationToken)
    {
        var stored = backup.Seal is null ? span : FrameLayout.FramesOf(span);
        var options = new BlobDownloadOptions
        {
            Range = new HttpRange(stored.First, stored.Count),
            Conditions = new BlobRequestConditions { IfMatch = backup.Tag },
        };
        if (await Blob(userId, backup.Id).TryDownloadAsync(options, cancellationToken) is not { } blob)
            return null;
        var content = Open(userId, backup, blob, stored.First / FrameLayout.FrameBytes);
        if (backup.Seal is not null)
            await content.ReadExactlyAsync(new byte[span.First % FrameLayout.ContentBytes], cancellationToken);
        return new BackupContent(backup, new StretchStream(content, span.Count, leaveOpen: false));
    }

    /// <summary>Safe to repeat. One transaction.</summary>
    public Task DeleteAsync(string userId, BackupId id, CancellationToken cancellationToken) =>
        Blob(userId, id).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Leaves the newest by name, which is by time: a run that comes late must not drop what is newer.</summary>
    internal async Task TrimAsync(string userId, IEnumerable<BackupInfo> backups, int kept, CancellationToken cancellationToken)
    {
        foreach (var old in backups.OrderByDescending(backup => backup.Id.Name, StringComparer.Ordinal).Skip(kept))
            await DeleteAsync(userId, old.Id, cancellationToken);
    }

    /// <summary>
    /// Under another name, through this process: a copy within the service would be sealed as what it was. Nothing happens where the source is
    /// not, or no longer that one.
    /// </summary>
    internal async Task CopyAsync(string userId, BackupInfo source, BackupId target, CancellationToken cancellationToken)
    {
        if (await OpenAsync(userId, source.Id, cancellationToken) is not { } found)
            return;
        await using var content = found.Content;
        await using var copy = Write(userId, target);
        await copy.FillFromAsync(content, long.MaxValue, cancellationToken);
        if (found.Info.Sha256 == source.Sha256)
            await copy.CommitAsync(source.Mark, cancellationToken);
    }

    internal BackupUpload Write(string userId, BackupId id)
    {
        var (blocks, header) = (new BlockUpload(Blob(userId, id)), keys.NewHeader());
        return new BackupUpload(id, blocks, header, header is null ? null : keys.Seal(blocks, header, Name(userId, id)));
    }

    private Stream Open(string userId, BackupInfo backup, BlobDownloadStreamingResult blob, long firstFrame)
    {
        if (backup.Seal is not { } header)
            return blob.Content;
        try
        {
            return keys.Open(blob.Content, header, Name(userId, backup.Id), FrameLayout.LengthOf(backup.Size), firstFrame);
        }
        catch (SealException)
        {
            blob.Dispose();
            throw;
        }
    }

    private static BackupInfo? Info(BackupId id, BlobItem blob) => BackupMetadata.Read(
        id, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default, blob.Properties.ETag ?? default, blob.Metadata);

    private static string Name(string userId, BackupId id) => $"{userId}/{id}{Extension}";

    private BlockBlobClient Blob(string userId, BackupId id) => containers.UsersOf(userId).GetBlockBlobClient(Name(userId, id));
}
