using System.IO.Compression;
using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>
/// JSON as it is stored, plain or (past <see cref="CompressAbove"/>) Brotli: goes out as it came in, unparsed. Bytes and not text: text is
/// stored as UTF-16, twice the size, and travels with every quote of it escaped.
/// </summary>
public readonly struct StoredJson
{
    /// <summary>Below 4 KB there is little to save.</summary>
    public const int CompressAbove = 4096;

    private readonly byte[] _bytes;
    private readonly bool _isCompressed;

    public StoredJson(byte[] utf8)
        : this(utf8, isCompressed: false)
    {
    }

    private StoredJson(byte[] bytes, bool isCompressed) => (_bytes, _isCompressed) = (bytes, isCompressed);

    public bool IsCompressed => _isCompressed;

    /// <summary>As it is stored.</summary>
    public ReadOnlyMemory<byte> Raw => _bytes;

    public static StoredJson FromCompressed(byte[] brotli) => new(brotli, isCompressed: true);

    public static byte[] Compress(ReadOnlySpan<byte> utf8)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(utf8.Length)];
        return BrotliEncoder.TryCompress(utf8, buffer, out var written, quality: 5, window: 18)
            ? buffer[..written]
            : throw new InvalidOperationException("The buffer of the encoder's own maximum was too small.");
    }

    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(ToUtf8().Span, skipInputValidation: true);

    public ReadOnlyMemory<byte> ToUtf8() => _isCompressed ? Decompress(_bytes) : _bytes;

    private static byte[] Decompress(byte[] brotli)
    {
        using var output = new MemoryStream();
        using (var decoder = new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress))
            decoder.CopyTo(output);
        return output.ToArray();
    }
}
