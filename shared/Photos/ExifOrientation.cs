using System.Buffers;
using System.Buffers.Binary;

namespace FitServerless.Photos;

/// <summary>
/// Which way up a picture is, in EXIF: a TIFF file behind the letters "Exif" whose first directory may have a tag for it (CIPA DC-008, 4.6.5).
/// </summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Short = 3;

    private const int HeadBytes = 8, EntryBytes = 12;

    /// <summary>A segment with a directory of that one tag, but for the tag's value and what follows it.</summary>
    private static readonly byte[] SegmentStart =
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1];

    private static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    /// <summary>2 to 8; <c>null</c> when it is upright anyway, or no such segment, or a broken one.</summary>
    /// <param name="content">Of the segment, behind its length.</param>
    public static byte? Of(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Mark))
            return null;
        var tiff = content[Mark.Length..];
        if (tiff.Length < HeadBytes || !(tiff.StartsWith("MM\0*"u8) || tiff.StartsWith("II*\0"u8)))
            return null;
        var isBig = tiff[0] == 'M';
        var directory = ReadUInt32(tiff[4..], isBig);
        return directory <= tiff.Length - sizeof(ushort) ? OfDirectory(tiff[(int)directory..], isBig) : null;
    }

    public static void Write(IBufferWriter<byte> output, byte orientation)
    {
        output.Write(SegmentStart);
        // The value, filled up to four bytes, and the next directory, of which there is none.
        output.Write((ReadOnlySpan<byte>)[0, orientation, 0, 0, 0, 0, 0, 0]);
    }

    private static byte? OfDirectory(ReadOnlySpan<byte> directory, bool isBig)
    {
        var count = ReadUInt16(directory, isBig);
        for (var entries = directory[sizeof(ushort)..]; count > 0 && entries.Length >= EntryBytes; count--, entries = entries[EntryBytes..])
        {
            if (ReadUInt16(entries, isBig) == Tag && ReadUInt16(entries[2..], isBig) == Short)
                return ReadUInt16(entries[8..], isBig) is var value and >= 2 and <= 8 ? (byte)value : null;
        }

        return null;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
