using System.Buffers;
using System.Buffers.Binary;

namespace FitServerless.Photos;

/// <summary>
/// JPEG is a list of segments, each with a marker, until the end of the image (ITU-T T.81, B.1). Those that decoding takes are tables, frames and
/// scans; applications and comments are not among them, but for Adobe's, which tells how the colours are meant. A file without a scan is none.
/// </summary>
internal static class JpegPhoto
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Exif = 0xE1, Adobe = 0xEE, Comment = 0xFE;

    /// <summary>Its colour transform stands within the first twelve bytes (ITU-T T.872, 6.5.3); nothing else should.</summary>
    private const int AdobeLength = 2 + 12;

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        var output = new ArrayBufferWriter<byte>(file.Length);
        output.Write((ReadOnlySpan<byte>)[0xFF, Start]);
        var rest = file[2..];
        var (isTurned, hasScan) = (false, false);
        while (TryReadMarker(ref rest, out var marker))
        {
            if (marker == End)
            {
                if (!hasScan)
                    return null;
                output.Write((ReadOnlySpan<byte>)[0xFF, End]);
                return output.WrittenSpan.ToArray();
            }

            if (!TryReadSegment(ref rest, marker == Scan, out var segment))
                return null;
            hasScan |= marker == Scan;
            if (marker == Exif && !isTurned && ExifOrientation.Of(segment[2..]) is { } orientation)
            {
                ExifOrientation.Write(output, orientation);
                isTurned = true;
            }

            if (IsNeeded(marker, segment))
            {
                output.Write((ReadOnlySpan<byte>)[0xFF, marker]);
                output.Write(segment);
            }
        }

        return null;
    }

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        Adobe => segment.Length == AdobeLength && segment[2..].StartsWith("Adobe"u8),
        Comment => false,
        // Tables, frames and scans. 0xDE and 0xDF belong to hierarchical files, which nobody writes.
        >= 0xC0 and <= 0xDD => marker is not Start,
        _ => false,
    };

    private static bool TryReadMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        if (rest.IsEmpty || rest[0] != 0xFF)
            return false;
        // A marker may have any number of 0xFF before it (B.1.1.2).
        rest = rest.TrimStart((byte)0xFF);
        if (rest.IsEmpty || rest[0] == 0)
            return false;
        marker = rest[0];
        rest = rest[1..];
        return true;
    }

    /// <param name="withData">A scan's coded data follow, up to the next marker that is no restart.</param>
    private static bool TryReadSegment(ref ReadOnlySpan<byte> rest, bool withData, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (!BinaryPrimitives.TryReadUInt16BigEndian(rest, out var length) || length < 2 || length > rest.Length)
            return false;
        var end = withData ? length + DataLength(rest[length..]) : length;
        segment = rest[..end];
        rest = rest[end..];
        return true;
    }

    private static int DataLength(ReadOnlySpan<byte> data)
    {
        for (var i = 0; i + 1 < data.Length; i++)
        {
            if (data[i] == 0xFF && data[i + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return i;
        }

        return data.Length;
    }
}
