using FitServerless.Backups.Archives;

namespace FitServerless.Backups;

/// <summary>The next bytes of a stream, and no more of it.</summary>
/// <param name="leaveOpen">Others read on behind them.</param>
internal sealed class StretchStream(Stream source, long count, bool leaveOpen) : ReadOnlyStream
{
    private long _left = count;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            source.Dispose();
        base.Dispose(disposing);
    }
}
