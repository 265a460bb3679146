using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Storage;

namespace FitServerless.Backups;

/// <summary>
/// Backups as blobs, <c>{userId}/{kind}/{name}.tar.gz</c>. A blob is the old one or the new one, never a mixture: a new one stands in its
/// place with one request, when all of it is there.
/// </summary>
public sealed class BackupBlobs(AppContainers containers)
{
    private const string Extension = ".tar.gz";
    private const string Sha256 = "sha256";
    private const string Mark = "mark";

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
        try
        {
            await foreach (var blob in containers.UsersOf(userId).GetBlobsAsync(BlobTraits.Metadata, prefix: prefix, cancellationToken: cancellationToken))
            {
                if (blob.Name.EndsWith(Extension, StringComparison.Ordinal)
                    && BackupId.TryParse($"{kind}/{blob.Name[prefix.Length..^Extension.Length]}", out var id)
                    && Info(id, blob.Properties.ContentLength ?? 0, blob.Properties.CreatedOn ?? default, blob.Metadata) is { } info)
                    found.Add(info);
            }
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Nobody has stored anything yet.
        }

        return found;
    }

    /// <summary>One transaction.</summary>
    public async Task<BackupInfo?> FindAsync(string userId, BackupId id, CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await Blob(userId, id).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return Info(id, blob.ContentLength, blob.CreatedOn, blob.Metadata);
        }
        catch (RequestFailedException e) when (IsMissing(e))
        {
            return null;
        }
    }

    /// <summary>One transaction, however large. What goes wrong while it is read leaves as the client library's own exceptions.</summary>
    /// <param name="length">Bytes from <paramref name="from"/>; <c>null</c> for all of them.</param>
    public async Task<BackupContent?> OpenAsync(
        string userId, BackupId id, long from, long? length, CancellationToken cancellationToken)
    {
        try
        {
            // An empty blob has no first byte to ask for.
            var options = new BlobDownloadOptions { Range = from == 0 && length is null ? default : new HttpRange(from, length) };
            var blob = (await Blob(userId, id).DownloadStreamingAsync(options, cancellationToken)).Value;
            var size = blob.Details.ContentRange is { Length: > 0 } range
                ? long.Parse(range.AsSpan(range.LastIndexOf('/') + 1), CultureInfo.InvariantCulture)
                : blob.Details.ContentLength;
            if (Info(id, size, blob.Details.CreatedOn, blob.Details.Metadata) is { } info)
                return new BackupContent(info, blob.Content);
            await blob.Content.DisposeAsync();
            return null;
        }
        catch (RequestFailedException e) when (IsMissing(e))
        {
            return null;
        }
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

    /// <summary>Within the service; the copy is there when it is whole. Nothing happens where the source is not.</summary>
    public async Task CopyAsync(string userId, BackupInfo source, BackupId target, CancellationToken cancellationToken)
    {
        var options = new BlobCopyFromUriOptions { Metadata = Metadata(source.Sha256, source.Mark) };
        try
        {
            var copy = await Blob(userId, target).StartCopyFromUriAsync(Blob(userId, source.Id).Uri, options, cancellationToken);
            await copy.WaitForCompletionAsync(cancellationToken);
        }
        catch (RequestFailedException e) when (IsMissing(e))
        {
            // Retention was faster.
        }
    }

    internal BlockUpload Write(string userId, BackupId id) => new(Blob(userId, id));

    /// <summary>The upload takes the place of what was there under its name.</summary>
    /// <returns><c>null</c> when another upload of the same name was first, and threw this one's blocks away.</returns>
    internal static async Task<BackupInfo?> CommitAsync(
        BlockUpload upload, BackupId id, string? mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(upload.Sha256());
        var options = new CommitBlockListOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
            Metadata = Metadata(sha256, mark),
        };
        try
        {
            await upload.CommitAsync(options, cancellationToken);
            return new BackupInfo(id, upload.Written, now, sha256, mark);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            return null;
        }
    }

    private BlockBlobClient Blob(string userId, BackupId id) => containers.UsersOf(userId).GetBlockBlobClient($"{userId}/{id}{Extension}");

    private static Dictionary<string, string> Metadata(string sha256, string? mark)
    {
        var metadata = new Dictionary<string, string> { [Sha256] = sha256 };
        if (mark is not null)
            metadata[Mark] = mark;
        return metadata;
    }

    /// <returns><c>null</c> for what is not whole.</returns>
    private static BackupInfo? Info(BackupId id, long size, DateTimeOffset createdAt, IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Sha256, out var sha256) ? new BackupInfo(id, size, createdAt, sha256, metadata.TryGetValue(Mark, out var mark) ? mark : null) : null;

    private static bool IsMissing(RequestFailedException e) =>
        e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound || e.Status == 404;
}
