namespace FitServerless.Backups.Archives;

/// <summary>Counts what has been read of a stream.</summary>
internal sealed class CountingStream(Stream source) : ReadOnlyStream
{
    public long Count { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken);
        Count += read;
        return read;
    }
}
