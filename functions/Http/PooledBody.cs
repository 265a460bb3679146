using System.Buffers;

namespace FitServerless.Functions.Http;

/// <summary>
/// A body in buffers of the pool. Each is twice the one before and the last is no larger than the limit, so that all of them together are less
/// than twice that.
/// </summary>
/// <param name="limit">Bytes; best a power of two, as the pool's buffers are.</param>
/// <param name="told">The length that the client tells, if it does.</param>
internal sealed class PooledBody(int limit, long? told) : IDisposable
{
    private const int FirstBuffer = 4096;

    private readonly byte[] _oneMore = new byte[1];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(told ?? 0, Math.Min(FirstBuffer, limit), limit));
    private int _length;

    public ReadOnlySpan<byte> Content => _buffer.AsSpan(0, _length);

    /// <exception cref="ProblemException">413, when one byte more than the limit is read.</exception>
    public async Task ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var room = _buffer.AsMemory(_length, Math.Min(_buffer.Length, limit) - _length);
            var read = await body.ReadAsync(room.IsEmpty ? _oneMore : room, cancellationToken);
            if (read == 0)
                return;
            if (room.IsEmpty)
                Grow();
            else
                _length += read;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Grow()
    {
        if (_length == limit)
            throw new ProblemException(Problems.TooLarge(limit));
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Content.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _buffer[_length++] = _oneMore[0];
    }
}
