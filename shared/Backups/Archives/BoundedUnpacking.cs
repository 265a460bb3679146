namespace FitServerless.Backups.Archives;

/// <summary>Unpacked bytes, and an end to them where more comes out than may.</summary>
internal sealed class BoundedUnpacking(Stream unpacked, CountingStream packed, ArchiveLimits limits)
{
    private long _read;

    /// <exception cref="ArchiveFormatException">Damaged, or too much.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await unpacked.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new ArchiveFormatException("Not gzip, or damaged.");
        }

        _read += read;
        if (_read > limits.MaxBytes)
            throw new ArchiveFormatException($"Unpacked it is more than {limits.MaxBytes} bytes.");
        if (_read > ArchiveLimits.FreeBytes && _read / limits.MaxRatio > packed.Count)
            throw new ArchiveFormatException($"Unpacked it is more than {limits.MaxRatio} times as large.");
        return read;
    }

    /// <exception cref="ArchiveFormatException">It ends before that.</exception>
    public async ValueTask ReadExactlyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (buffer.Length > 0)
        {
            var read = await ReadAsync(buffer, cancellationToken);
            buffer = read > 0 ? buffer[read..] : throw new ArchiveFormatException("Damaged: it ends in the middle.");
        }
    }
}
