namespace FitServerless.Storage.Sealing;

/// <summary>
/// Seals what is written to it. Only <see cref="CompleteAsync"/> makes the blob whole: one whose writer failed has no last frame and does not
/// open.
/// </summary>
public sealed class SealingStream : Stream
{
    private readonly Stream _output;
    private readonly FrameCipher _cipher;
    private readonly byte[] _content = new byte[FrameLayout.ContentBytes];
    private readonly byte[] _frame = new byte[FrameLayout.FrameBytes];
    private int _filled;
    private long _number;

    internal SealingStream(Stream output, FrameCipher cipher) => (_output, _cipher) = (output, cipher);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // A full frame waits for the next byte: it may be the last one.
            if (_filled == _content.Length)
                await _output.WriteAsync(SealFrame(isLast: false), cancellationToken);
            buffer = buffer[Fill(buffer.Span)..];
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == _content.Length)
                _output.Write(SealFrame(isLast: false).Span);
            buffer = buffer[Fill(buffer)..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes the last frame; once, after all content.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken) =>
        await _output.WriteAsync(SealFrame(isLast: true), cancellationToken);

    /// <summary>Does nothing: a frame is sealed when it is full.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        base.Dispose(disposing);
    }

    private int Fill(ReadOnlySpan<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _content.Length - _filled);
        buffer[..count].CopyTo(_content.AsSpan(_filled));
        _filled += count;
        return count;
    }

    private ReadOnlyMemory<byte> SealFrame(bool isLast)
    {
        var frame = _frame.AsMemory(0, _filled + FrameLayout.TagBytes);
        _cipher.Seal(_number++, isLast, _content.AsSpan(0, _filled), frame.Span);
        _filled = 0;
        return frame;
    }
}
