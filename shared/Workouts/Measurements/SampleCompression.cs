using System.Buffers;
using System.IO.Compression;

namespace FitServerless.Workouts.Measurements;

/// <summary>Brotli behind one byte that names the format.</summary>
internal static class SampleCompression
{
    private const int Quality = 5;
    private const int Window = 20;

    public static byte[] Compress(byte format, ReadOnlySpan<byte> raw)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(raw.Length) + 1);
        try
        {
            buffer[0] = format;
            if (!BrotliEncoder.TryCompress(raw, buffer.AsSpan(1), out var written, Quality, Window))
                throw new InvalidOperationException("The buffer of the encoder's own maximum was too small.");
            return buffer[..(written + 1)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="InvalidDataException">Not Brotli, cut off, or more than <paramref name="limit"/> bytes.</exception>
    public static ReadOnlySpan<byte> Decompress(ReadOnlySpan<byte> compressed, int limit)
    {
        using var decoder = new BrotliDecoder();
        var raw = new byte[Math.Min(limit, compressed.Length * 4)];
        var length = 0;
        while (true)
        {
            var status = decoder.Decompress(compressed, raw.AsSpan(length), out var consumed, out var written);
            compressed = compressed[consumed..];
            length += written;
            if (status == OperationStatus.Done)
                return raw.AsSpan(0, length);
            if (status != OperationStatus.DestinationTooSmall || raw.Length == limit)
                throw new InvalidDataException("The samples are damaged.");
            Array.Resize(ref raw, Math.Min(limit, (raw.Length * 2) + 256));
        }
    }
}
