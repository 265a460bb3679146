using System.Buffers;
using System.Buffers.Binary;

namespace FitServerless.Photos;

/// <summary>PNG is a list of chunks (https://www.w3.org/TR/png-3/#5Chunk-layout). Four are the picture, one says what is transparent.</summary>
internal static class PngPhoto
{
    /// <summary>Length, type and checksum.</summary>
    private const int Frame = 12;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        var output = new ArrayBufferWriter<byte>(file.Length);
        output.Write(Signature);
        var rest = file[Signature.Length..];
        var (hasHead, hasData) = (false, false);
        while (BinaryPrimitives.TryReadUInt32BigEndian(rest, out var length) && length + Frame <= (ulong)rest.Length)
        {
            var chunk = rest[..((int)length + Frame)];
            var type = chunk[4..8];
            if (IsNeeded(type))
                output.Write(chunk);
            hasHead |= type.SequenceEqual("IHDR"u8);
            hasData |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8))
                return hasHead && hasData ? output.WrittenSpan.ToArray() : null;
            rest = rest[chunk.Length..];
        }

        return null;
    }

    private static bool IsNeeded(ReadOnlySpan<byte> type) => type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8)
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8);
}
