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
    public async Task<WrittenBlob> WriteAsync(string name, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken)
    {
        var header = keys.NewHeader();
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType }, Metadata = header?.ToMetadata() };
        var bytes = BinaryData.FromBytes(header is null ? content : await SealAsync(name, content, header, cancellationToken));
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

    /// <summary><c>null</c> when it is not there. One transaction.</summary>
    /// <exception cref="SealException">It cannot be opened.</exception>
    public async Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var blob = await DownloadAsync(name, default, cancellationToken);
        if (blob is null)
            return null;
        var length = blob.Details.ContentLength;
        var header = SealHeader.Of(blob.Details.Metadata);
        using var stream = header is null ? blob.Content : keys.Open(blob.Content, header, name, length);
        var content = new byte[header is null ? length : new FrameLayout(length).ContentLength];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new StoredBlob(content, blob.Details.ContentType, blob.Details.ETag);
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
        ListAsync(Container(prefix), prefix, cancellationToken);

    /// <summary>Everybody's blobs, in each account by name. One transaction for each 5,000.</summary>
    public async IAsyncEnumerable<BlobItem> ListAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var container in containers.Users)
        {
            await foreach (var item in ListAsync(container, null, cancellationToken))
                yield return item;
        }
    }

    /// <summary>Deletes all that lies under a prefix; safe to repeat. A transaction for each, and one for each 5,000.</summary>
    public Task DeleteAllAsync(string prefix, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        ListAsync(prefix, cancellationToken), cancellationToken, async (item, stopping) => await DeleteAsync(item.Name, stopping));

    private async Task<ETag> UploadAsync(string name, BinaryData bytes, BlobUploadOptions options, CancellationToken cancellationToken) =>
        // Far below the size at which the client would send it in blocks: one request, all or nothing.
        (await Container(name).GetBlobClient(name).UploadAsync(bytes, options, cancellationToken)).Value.ETag;

    private async Task<ReadOnlyMemory<byte>> SealAsync(
        string name, ReadOnlyMemory<byte> content, SealHeader header, CancellationToken cancellationToken)
    {
        var bytes = new byte[FrameLayout.LengthOf(content.Length)];
        await using var stream = keys.Seal(new MemoryStream(bytes), header, name);
        await stream.WriteAsync(content, cancellationToken);
        await stream.CompleteAsync(cancellationToken);
        return bytes;
    }

    private OpeningStream OpenFrames(BlobDownloadStreamingResult blob, string name, ByteSpan frames)
    {
        // "bytes 0-65551/200000"
        var range = blob.Details.ContentRange;
        var length = long.Parse(range.AsSpan(range.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var header = SealHeader.Of(blob.Details.Metadata) ?? throw new SealException("Was sealed and is no more.");
        return keys.Open(blob.Content, header, name, length, frames.First / FrameLayout.FrameBytes);
    }

    private async Task<BlobDownloadStreamingResult?> DownloadAsync(string name, HttpRange range, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = range };
            return (await Container(name).GetBlobClient(name).DownloadStreamingAsync(options, cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    /// <summary>A name begins with its user's id.</summary>
    private BlobContainerClient Container(string name) => containers.UsersOf(name[..name.IndexOf('/', StringComparison.Ordinal)]);

    private static async Task SkipAsync(Stream stream, int count, CancellationToken cancellationToken) =>
        await stream.ReadExactlyAsync(new byte[count], cancellationToken);

    private static async IAsyncEnumerable<BlobItem> ListAsync(
        BlobContainerClient container, string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(items))
            yield return items.Current;
    }

    /// <summary>Without the container there is nothing in it.</summary>
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<BlobItem> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }
}
