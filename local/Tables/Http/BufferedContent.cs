using System.Buffers;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>
/// A body in one pooled buffer: retries send it again without building it again. The message that carries it disposes it, which is
/// after the transport has let go of it: HTTP/1.1 sends a whole body before it reads the answer.
/// </summary>
internal sealed class BufferedContent : RequestContent, IBufferWriter<byte>
{
    private const int InitialSize = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void WriteAscii(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            Reserve(text.Length);
            _length += Encoding.ASCII.GetBytes(text, _buffer.AsSpan(_length));
        }
    }

    public override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) => stream.Write(Written.Span);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellation) => stream.WriteAsync(Written, cancellation).AsTask();

    public override void Dispose()
    {
        var buffer = _buffer;
        (_buffer, _length) = ([], 0);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
