using System.Buffers.Binary;
using System.Text;
using FitServerless.Photos;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Files;
using FsCheck.Fluent;
using static FitServerless.Tests.Photos.PhotoParts;

namespace FitServerless.Tests.Photos;

public sealed class ExifOrientationTests
{
    [Fact]
    public void Of_a_phones_photo_only_the_picture_and_which_way_up_it_is_are_left()
    {
        var bare = BarePhoto.Of(SamplePictures.Jpeg)!.Bytes.Span;
        foreach (var secret in SamplePictures.Secrets)
        {
            Assert.True(SamplePictures.Jpeg.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) > 0);
            Assert.True(bare.IndexOf(Encoding.ASCII.GetBytes(secret)) < 0);
        }

        Assert.True(bare.StartsWith((byte[])[0xFF, 0xD8, .. Exif(6)]));
        Assert.True(bare[(2 + Exif(6).Length)..].IndexOf("Exif"u8) < 0);
    }

    /// <summary>Where exiftool is installed, it sees the same: an orientation and nothing else of EXIF.</summary>
    [Fact]
    public async Task Exiftool_reads_the_orientation_and_finds_nothing_else()
    {
        if (!Tool.IsInstalled("exiftool", "-ver"))
            return;
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jpg");
        await File.WriteAllBytesAsync(file, BarePhoto.Of(SamplePictures.Jpeg)!.Bytes);
        try
        {
            Assert.Equal("Orientation: Rotate 90 CW", (await Tool.RunAsync("exiftool", "-s2", "-EXIF:all", "-XMP:all", "-IPTC:all", "-Comment", file)).Trim());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Either_byte_order_is_read(bool isBig)
    {
        for (ushort value = 0; value < 12; value++)
            Assert.Equal(value is >= 2 and <= 8 ? (byte)value : null, ExifOrientation.Of(Content(isBig, value)));
    }

    [Fact]
    public void A_broken_segment_has_none() => Law.Holds(
        from isBig in Gen.Elements(true, false)
        let whole = Content(isBig, 6)
        from length in Gen.Choose(0, whole.Length)
        from at in Gen.Choose(0, whole.Length - 1)
        from value in Gen.Choose(0, 255)
        select (whole, length, at, value),
        it =>
        {
            it.whole[it.at] = (byte)it.value;
            return ExifOrientation.Of(it.whole.AsSpan(0, it.length)) is null or (>= 2 and <= 8);
        },
        count: 2000);

    [Fact]
    public void What_is_bare_already_stays_as_it_is()
    {
        var bare = BarePhoto.Of(SamplePictures.Jpeg)!.Bytes.ToArray();
        Assert.Equal(bare, BarePhoto.Of(bare)!.Bytes.ToArray());
    }

    private static byte[] Exif(byte orientation) =>
        Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);

    /// <summary>A directory of three tags behind eight bytes of something else, the orientation second.</summary>
    private static byte[] Content(bool isBig, ushort orientation)
    {
        var tiff = new byte[8 + 8 + 2 + (3 * 12) + 4];
        (isBig ? "MM\0*"u8 : "II*\0"u8).CopyTo(tiff);
        WriteUInt32(4, 16);
        WriteUInt16(16, 3);
        foreach (var (entry, tag, value) in ((int, ushort, ushort)[])[(0, 0x010F, 5), (1, 0x0112, orientation), (2, 0x8825, 9)])
        {
            WriteUInt16(18 + (12 * entry), tag);
            WriteUInt16(20 + (12 * entry), 3);
            WriteUInt32(22 + (12 * entry), 1);
            WriteUInt16(26 + (12 * entry), value);
        }

        return [.. "Exif\0\0"u8, .. tiff];

        void WriteUInt16(int at, ushort value)
        {
            if (isBig)
                BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), value);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), value);
        }

        void WriteUInt32(int at, uint value)
        {
            if (isBig)
                BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(at), value);
            else
                BinaryPrimitives.WriteUInt32LittleEndian(tiff.AsSpan(at), value);
        }
    }
}
