namespace FitServerless.Storage.Sealing;

/// <summary>Opens a sealed blob frame by frame. What it gives out is what was sealed; it ends only where that ended.</summary>
public sealed class OpeningStream : Stream
{
    private readonly Stream _input;
    private readonly FrameCipher _cipher;
    private readonly FrameLayout _layout;
    private readonly byte[] _frame = new byte[FrameLayout.FrameBytes];
    private readonly byte[] _content = new byte[FrameLayout.ContentBytes];
    private ReadOnlyMemory<byte> _rest;
    private long _number;

    internal OpeningStream(Stream input, FrameCipher cipher, FrameLayout layout, long firstFrame) =>
        (_input, _cipher, _layout, _number) = (input, cipher, layout, firstFrame);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="SealException">Not what was sealed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty && NextFrame() is { } frame)
        {
            var read = await _input.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, cancellationToken);
            OpenFrame(frame.Span[..read]);
        }

        return Take(buffer.Span);
    }

    /// <exception cref="SealException">Not what was sealed.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_rest.IsEmpty && NextFrame() is { } frame)
            OpenFrame(frame.Span[.._input.ReadAtLeast(frame.Span, frame.Length, throwOnEndOfStream: false)]);
        return Take(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Closes what it reads from, too, as readers that wrap others do.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _input.Dispose();
        _cipher.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Room for the next frame; <c>null</c> behind the last one.</summary>
    private Memory<byte>? NextFrame() => _number > _layout.LastFrame ? default(Memory<byte>?) : _frame.AsMemory(0, _layout.SizeOf(_number));

    private void OpenFrame(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < FrameLayout.TagBytes || frame.Length != _layout.SizeOf(_number))
            throw new SealException($"Frame {_number} is cut off.");
        var content = _content.AsMemory(0, frame.Length - FrameLayout.TagBytes);
        _cipher.Open(_number, _number == _layout.LastFrame, frame, content.Span);
        _rest = content;
        _number++;
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }
}
