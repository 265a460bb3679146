namespace FitServerless.Storage.Sealing;

/// <summary>
/// Content as it goes to storage, sealed a frame at a time as it is read, so that there is no second copy of it. Read once more, for another
/// attempt, it is the same to the last byte.
/// </summary>
/// <param name="content">Must not change meanwhile.</param>
internal sealed class SealedContent(FrameCipher cipher, ReadOnlyMemory<byte> content) : Stream
{
    private readonly FrameLayout _layout = new(FrameLayout.LengthOf(content.Length));
    private readonly byte[] _frame = new byte[FrameLayout.FrameBytes];
    private long _sealed = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _layout.SealedLength;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length)
            return 0;
        var (number, start) = Math.DivRem(Position, FrameLayout.FrameBytes);
        var rest = Frame(number)[(int)start..];
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> Frame(long number)
    {
        var frame = _frame.AsSpan(0, _layout.SizeOf(number));
        if (number == _sealed)
            return frame;
        var plain = content.Span.Slice((int)number * FrameLayout.ContentBytes, frame.Length - FrameLayout.TagBytes);
        cipher.Seal(number, number == _layout.LastFrame, plain, frame);
        _sealed = number;
        return frame;
    }
}
