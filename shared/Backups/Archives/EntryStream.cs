namespace FitServerless.Backups.Archives;

/// <summary>The content of one file of a tar, and the blanks behind it.</summary>
internal sealed class EntryStream(BoundedUnpacking input, long size) : ReadOnlyStream
{
    private readonly int _padding = (int)((TarHeader.Size - (size % TarHeader.Size)) % TarHeader.Size);
    private long _left = size;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 || buffer.Length == 0)
            return 0;
        var read = await input.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read > 0 ? read : throw new ArchiveFormatException("Damaged: it ends in the middle.");
    }

    public async Task SkipAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(_left, 64 * 1024) + _padding];
        while (_left > 0)
            _ = await ReadAsync(buffer, cancellationToken);
        await input.ReadExactlyAsync(buffer.AsMemory(0, _padding), cancellationToken);
    }
}
