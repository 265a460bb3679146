using System.Buffers;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>
/// Writes a blob block by block as its bytes come: two blocks of memory, one being filled while the other is on its way. Nothing of it is to
/// be seen before <see cref="CommitAsync"/>, and then all of it, in place of what was there.
/// </summary>
/// <param name="before">Names of blocks that are there already and stay.</param>
/// <param name="seals">Seals each block by itself; <c>null</c> when the bytes go as they come.</param>
internal sealed class BlockUpload(BlockBlobClient blob, IEnumerable<string>? before = null, BlockSeals? seals = null) : WriteOnlyStream
{
    /// <summary>
    /// 63 frames of 64 KiB, which sealed are less than 4 MiB, as much as the pool rents out in one piece. A blob takes 50,000 blocks, so up to
    /// 192 GiB.
    /// </summary>
    public const int BlockBytes = 63 * FrameLayout.ContentBytes;

    private readonly List<string> _blocks = [.. before ?? []];
    private byte[] _filling = Rent();
    private byte[] _sending = Rent();
    private Task _sent = Task.CompletedTask;
    private int _filled;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var some = Math.Min(buffer.Length, BlockBytes - _filled);
            buffer[..some].CopyTo(_filling.AsMemory(_filled));
            buffer = buffer[some..];
            _filled += some;
            if (_filled == BlockBytes)
                await SendAsync(cancellationToken);
        }
    }

    /// <exception cref="RequestFailedException">Also when somebody else committed meanwhile: their commit throws away our blocks.</exception>
    public async Task<BlobContentInfo> CommitAsync(CommitBlockListOptions options, CancellationToken cancellationToken)
    {
        if (_filled > 0)
            await SendAsync(cancellationToken);
        await _sent;
        return (await InContainerAsync(() => blob.CommitBlockListAsync(_blocks, options, cancellationToken), cancellationToken)).Value;
    }

    public override async ValueTask DisposeAsync()
    {
        // Whoever still sends reads from a buffer; what became of it no longer matters.
        await _sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ArrayPool<byte>.Shared.Return(_filling);
        ArrayPool<byte>.Shared.Return(_sending);
        await base.DisposeAsync();
    }

    private static byte[] Rent() => ArrayPool<byte>.Shared.Rent((int)FrameLayout.LengthOf(BlockBytes));

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await _sent;
        var (header, length) = (seals?.NewHeader(), _filled);
        var name = BlockNames.New(header);
        if (header is not null)
            length = await seals!.SealAsync(header, _blocks.Count, _filling.AsMemory(0, _filled), _sending, cancellationToken);
        else
            (_filling, _sending) = (_sending, _filling);
        _blocks.Add(name);
        _filled = 0;
        _sent = StageAsync(_sending, length, name, cancellationToken);
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
