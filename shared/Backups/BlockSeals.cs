using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>
/// Seals the blocks of one growing blob, each by itself: a blob that grows by whatever has arrived has no frames of one length. A block opens
/// in its own place only.
/// </summary>
/// <param name="context">The blob's name.</param>
internal sealed class BlockSeals(EncryptionKeys keys, string context)
{
    /// <summary><c>null</c> when there is no key.</summary>
    public SealHeader? NewHeader() => keys.NewHeader();

    /// <param name="output">Takes <see cref="FrameLayout.LengthOf"/> the content.</param>
    /// <returns>The length of what is in <paramref name="output"/> now.</returns>
    public async Task<int> SealAsync(
        SealHeader header, int index, ReadOnlyMemory<byte> content, byte[] output, CancellationToken cancellationToken)
    {
        await using var sealing = keys.Seal(new MemoryStream(output), header, ContextOf(index));
        await sealing.WriteAsync(content, cancellationToken);
        await sealing.CompleteAsync(cancellationToken);
        return (int)FrameLayout.LengthOf(content.Length);
    }

    /// <param name="input">The block's bytes, which are no more than it.</param>
    /// <exception cref="SealException">No such key.</exception>
    public Stream Open(Stream input, PartBlock block, int index) =>
        BlockNames.Header(block.Name) is { } header ? keys.Open(input, header, ContextOf(index), block.StoredLength) : input;

    private string ContextOf(int index) => $"{context}/{index}";
}
