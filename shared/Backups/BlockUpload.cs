using System.Buffers;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace FitServerless.Backups;

/// <summary>
/// Writes a blob block by block as its bytes come: two blocks of memory, one being filled while the other is on its way. Nothing of it is to
/// be seen before <see cref="CommitAsync"/>, and then all of it, in place of what was there.
/// </summary>
internal sealed class BlockUpload(BlockBlobClient blob, IEnumerable<string>? before = null) : Stream
{
    /// <summary>A blob takes 50,000 blocks, so up to 195 GiB.</summary>
    public const int BlockBytes = 4 * 1024 * 1024;

    private readonly List<string> _blocks = [.. before ?? []];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _filling = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private byte[] _sending = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private Task _sent = Task.CompletedTask;
    private int _filled;

    /// <summary>Bytes written so far, without those before.</summary>
    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Written; set => throw new NotSupportedException(); }

    /// <summary>Of what was written so far, without what was before.</summary>
    public byte[] Sha256() => _hash.GetCurrentHash();

    /// <summary>Reads to the source's end, straight into the blocks.</summary>
    /// <returns>False, with nothing more read, once there would be more than <paramref name="limit"/> bytes.</returns>
    public async Task<bool> FillFromAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await source.ReadAsync(_filling.AsMemory(_filled, BlockBytes - _filled), cancellationToken)) > 0)
        {
            if (Written + read > limit)
                return false;
            await AdvanceAsync(read, cancellationToken);
        }

        return true;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var some = Math.Min(buffer.Length, BlockBytes - _filled);
            buffer[..some].CopyTo(_filling.AsMemory(_filled));
            buffer = buffer[some..];
            await AdvanceAsync(some, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <exception cref="RequestFailedException">Also when somebody else committed meanwhile: their commit throws away our blocks.</exception>
    public async Task<BlobContentInfo> CommitAsync(CommitBlockListOptions options, CancellationToken cancellationToken)
    {
        if (_filled > 0)
            await SendAsync(cancellationToken);
        await _sent;
        return (await InContainerAsync(() => blob.CommitBlockListAsync(_blocks, options, cancellationToken), cancellationToken)).Value;
    }

    /// <summary>Blocks go out whole; only the last one may be a part.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only as it comes.");

    public override async ValueTask DisposeAsync()
    {
        // Whoever still sends reads from a buffer; what became of it no longer matters.
        await _sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ArrayPool<byte>.Shared.Return(_filling);
        ArrayPool<byte>.Shared.Return(_sending);
        _hash.Dispose();
        await base.DisposeAsync();
    }

    private async ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        _hash.AppendData(_filling.AsSpan(_filled, count));
        _filled += count;
        Written += count;
        if (_filled == BlockBytes)
            await SendAsync(cancellationToken);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await _sent;
        (_filling, _sending) = (_sending, _filling);
        _sent = StageAsync(_sending, _filled, NextBlock(), cancellationToken);
        _filled = 0;
    }

    /// <summary>Names of blocks are of one length, and those of two writers of one blob never meet.</summary>
    private string NextBlock()
    {
        _blocks.Add(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        return _blocks[^1];
    }

    private Task<Response<BlockInfo>> StageAsync(byte[] bytes, int length, string block, CancellationToken cancellationToken) => InContainerAsync(
        () => blob.StageBlockAsync(block, new MemoryStream(bytes, 0, length, writable: false), cancellationToken: cancellationToken),
        cancellationToken);

    /// <summary>The container is made by the first who finds it missing.</summary>
    private async Task<T> InContainerAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return await write();
        }
    }
}
