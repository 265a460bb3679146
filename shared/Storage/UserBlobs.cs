using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FitServerless.Storage.Sealing;

namespace FitServerless.Storage;

/// <summary>
/// Blobs of users that fit into memory, sealed where there is a key; those from before there was one are read as they are. A sealed blob opens
/// under its own name only. Names are made of ids of ours by whoever calls.
/// </summary>
public sealed class UserBlobs(AppContainers containers, EncryptionKeys keys)
{
    /// <summary>Whole or not at all; safe to repeat. One transaction, and two more the first time ever.</summary>
    /// <param name="content">Must not change before this has ended.</param>
    public async Task<WrittenBlob> WriteAsync(string name, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken)
    {
        var header = keys.NewHeader();
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType }, Metadata = header?.ToMetadata() };
        await using var bytes = header is null ? BinaryData.FromBytes(content).ToStream() : keys.Seal(content, header, name);
        try
        {
            return new WrittenBlob(await UploadAsync(name, bytes, options, cancellationToken), header is not null);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return new WrittenBlob(await UploadAsync(name, bytes, options, cancellationToken), header is not null);
        }
    }

    /// <summary>All of it; <c>null</c> when it is not there. One transaction.</summary>
    /// <exception cref="SealException">It cannot be opened.</exception>
    public async Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var blob = await OpenAsync(name, cancellationToken);
        if (blob is null)
            return null;
        var content = new byte[blob.Length];
        await blob.Content.ReadExactlyAsync(content, cancellationToken);
        return new StoredBlob(content, blob.MediaType, blob.Tag);
    }

    /// <summary>The same as a stream, for whoever need not have all of it in memory.</summary>
    /// <exception cref="SealException">There is no key for it; while it is read: it is not what was sealed.</exception>
    public async Task<OpenedBlob?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (await DownloadAsync(name, default, cancellationToken) is not { } blob)
            return null;
        var (details, length) = (blob.Details, blob.Details.ContentLength);
        if (SealHeader.Of(details.Metadata) is not { } header)
            return new OpenedBlob(blob.Content, length, details.ContentType, details.ETag);
        try
        {
            var content = keys.Open(blob.Content, header, name, length);
            return new OpenedBlob(content, new FrameLayout(length).ContentLength, details.ContentType, details.ETag);
        }
        catch (SealException)
        {
            blob.Dispose();
            throw;
        }
    }

    /// <summary>Some bytes of it; <c>null</c> when it is not there. One transaction.</summary>
    /// <param name="isSealed">What <see cref="WriteAsync"/> said; it tells where the bytes are.</param>
    /// <exception cref="SealException">It cannot be opened.</exception>
    public async Task<byte[]?> ReadAsync(string name, ByteSpan span, bool isSealed, CancellationToken cancellationToken)
    {
        var stored = isSealed ? FrameLayout.FramesOf(span) : span;
        using var blob = await DownloadAsync(name, new HttpRange(stored.First, stored.Count), cancellationToken);
        if (blob is null)
            return null;
        using var stream = isSealed ? OpenFrames(blob, name, stored) : blob.Content;
        if (isSealed)
            await SkipAsync(stream, (int)(span.First % FrameLayout.ContentBytes), cancellationToken);
        var content = new byte[span.Count];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    /// <summary>Safe to repeat. One transaction.</summary>
    /// <param name="tag">Only if nobody has written it since.</param>
    /// <returns>False when it was not there, or has another tag.</returns>
    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken, ETag? tag = null)
    {
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = tag };
            return await Container(name).GetBlobClient(name).DeleteIfExistsAsync(conditions: conditions, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    /// <summary>What lies under a prefix of one user's, by name. One transaction for each 5,000.</summary>
    public IAsyncEnumerable<BlobItem> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Container(prefix).ListAsync(prefix, BlobTraits.None, cancellationToken);

    /// <summary>Everybody's blobs, in each account by name. One transaction for each 5,000.</summary>
    public async IAsyncEnumerable<BlobItem> ListAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var container in containers.Users)
        {
            await foreach (var item in container.ListAsync(null, BlobTraits.None, cancellationToken))
                yield return item;
        }
    }

    /// <summary>Deletes all that lies under a prefix; safe to repeat. A transaction for each, and one for each 5,000.</summary>
    public Task DeleteAllAsync(string prefix, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        ListAsync(prefix, cancellationToken), cancellationToken, async (item, stopping) => await DeleteAsync(item.Name, stopping));

    private async Task<ETag> UploadAsync(string name, Stream bytes, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        bytes.Position = 0;
        // Far below the size at which the client would send it in blocks: one request, all or nothing.
        return (await Container(name).GetBlobClient(name).UploadAsync(bytes, options, cancellationToken)).Value.ETag;
    }

    private OpeningStream OpenFrames(BlobDownloadStreamingResult blob, string name, ByteSpan frames)
    {
        // "bytes 0-65551/200000"
        var range = blob.Details.ContentRange;
        var length = long.Parse(range.AsSpan(range.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var header = SealHeader.Of(blob.Details.Metadata) ?? throw new SealException("Was sealed and is no more.");
        return keys.Open(blob.Content, header, name, length, frames.First / FrameLayout.FrameBytes);
    }

    private Task<BlobDownloadStreamingResult?> DownloadAsync(string name, HttpRange range, CancellationToken cancellationToken) =>
        Container(name).GetBlobClient(name).TryDownloadAsync(new BlobDownloadOptions { Range = range }, cancellationToken);

    /// <summary>A name begins with its user's id.</summary>
    private BlobContainerClient Container(string name) => containers.UsersOf(name[..name.IndexOf('/', StringComparison.Ordinal)]);

    private static async Task SkipAsync(Stream stream, int count, CancellationToken cancellationToken) =>
        await stream.ReadExactlyAsync(new byte[count], cancellationToken);
}
