using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>JSON as it is stored, text or (past <see cref="CompressAbove"/>) Brotli: goes out as it came in, unparsed.</summary>
public readonly struct StoredJson
{
    /// <summary>Below 4 K characters compression saves less than its base64 costs.</summary>
    public const int CompressAbove = 4096;

    private readonly string? _text;
    private readonly byte[]? _compressed;

    public StoredJson(string text) => _text = text;

    public StoredJson(byte[] compressed) => _compressed = compressed;

    public static byte[] Compress(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(utf8.Length)];
        return BrotliEncoder.TryCompress(utf8, buffer, out var written, quality: 5, window: 18)
            ? buffer[..written]
            : throw new InvalidOperationException("The buffer of the encoder's own maximum was too small.");
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_text is not null)
            writer.WriteRawValue(_text, skipInputValidation: true);
        else
            writer.WriteRawValue(Decompress(), skipInputValidation: true);
    }

    public ReadOnlyMemory<byte> ToUtf8() => _text is not null ? Encoding.UTF8.GetBytes(_text) : Decompress();

    private byte[] Decompress()
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(_compressed!), CompressionMode.Decompress))
            brotli.CopyTo(output);
        return output.ToArray();
    }
}
