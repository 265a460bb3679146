using System.Buffers;

namespace Azure.Data.Tables.Http;

/// <summary>A body in a pooled buffer. Whoever has read it releases it; one that is not released is garbage like any other.</summary>
internal sealed class PooledBody : MemoryStream
{
    // A row of a few hundred bytes fits; a full page of 1,000 of them is a few doublings away.
    private const int InitialSize = 16 * 1024;

    private readonly byte[] _rented;

    private PooledBody(byte[] rented, int length)
        : base(rented, 0, length, writable: false, publiclyVisible: true) => _rented = rented;

    public static async Task<PooledBody> ReadAsync(Stream source, int? length, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the last read finds room and with it the end.
        var buffer = ArrayPool<byte>.Shared.Rent(length + 1 ?? InitialSize);
        var filled = 0;
        while (await source.ReadAsync(buffer.AsMemory(filled), cancellationToken) is var read and > 0)
        {
            filled += read;
            if (filled == buffer.Length)
                buffer = Double(buffer);
        }

        return new(buffer, filled);
    }

    public void Release() => ArrayPool<byte>.Shared.Return(_rented);

    private static byte[] Double(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
