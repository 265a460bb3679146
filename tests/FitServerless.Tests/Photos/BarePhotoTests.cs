using System.Text;
using FitServerless.Photos;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;
using static FitServerless.Tests.Photos.PhotoParts;

namespace FitServerless.Tests.Photos;

public sealed class BarePhotoTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("N 48.8584 E 2.2945");

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Tables, a frame and two scans, as a progressive picture has them; the codes with a stuffed 0xFF and a restart.</summary>
    private static readonly byte[][] JpegPicture =
    [
        Segment(0xDB, 0, 1, 2), Segment(0xC2, 8, 0, 1, 0, 1, 1, 1, 0x11, 0), Segment(0xC4, 0, 0),
        [.. Segment(0xDA, 1, 1, 0, 0, 63, 0), 10, 0xFF, 0, 11, 0xFF, 0xD0, 12],
        Segment(0xC4, 1, 0),
        [.. Segment(0xDA, 1, 1, 0, 0, 63, 0), 13, 0xFF, 0, 14],
    ];

    private static readonly byte[][] JpegExtras =
    [
        Segment(0xE0, [.. "JFIF\0"u8, .. Secret]), Segment(0xE1, [.. "Exif\0\0"u8, .. Secret]), Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]),
        Segment(0xE2, [.. "ICC_PROFILE\0"u8, .. Secret]), Segment(0xED, Secret), Segment(0xFE, Secret), Segment(0xEE, [.. "Adobe"u8, .. Secret]),
    ];

    private static readonly byte[][] PngPicture = [Chunk("IHDR", new byte[13]), Chunk("PLTE", 1, 2, 3), Chunk("tRNS", 0), Chunk("IDAT", 5, 6), Chunk("IDAT", 7), Chunk("IEND")];

    private static readonly byte[][] PngExtras =
        [Chunk("eXIf", Secret), Chunk("tEXt", Secret), Chunk("iTXt", Secret), Chunk("zTXt", Secret), Chunk("tIME", Secret), Chunk("iCCP", Secret), Chunk("prVt", Secret)];

    private static readonly byte[] GifHead = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
    private static readonly byte[] GifControl = [0x21, 0xF9, 4, 1, 0, 0, 0, 0];
    private static readonly byte[] GifImage = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, .. Blocks(0x44, 1)];

    private static readonly byte[][] GifExtras =
        [[0x21, 0xFE, .. Blocks(Secret)], [0x21, 0xFF, .. Blocks([.. "XMP DataXMP"u8, .. Secret])], [0x21, 0x01, .. Blocks(Secret)]];

    [Fact]
    public void Whatever_a_jpeg_carries_and_wherever_only_its_picture_is_left() => Law.Holds(Mixed(JpegPicture, JpegExtras), parts =>
        IsBare([0xFF, 0xD8, .. parts.SelectMany(part => part), 0xFF, 0xD9, .. Secret], [0xFF, 0xD8, .. JpegPicture.SelectMany(part => part), 0xFF, 0xD9]));

    [Fact]
    public void Whatever_a_png_carries_and_wherever_only_its_picture_is_left() => Law.Holds(Mixed(PngPicture[..^1], PngExtras), parts =>
        IsBare([.. Signature, .. parts.SelectMany(part => part), .. PngPicture[^1], .. Secret], [.. Signature, .. PngPicture.SelectMany(part => part)]));

    [Fact]
    public void Whatever_a_gif_carries_and_wherever_only_its_first_picture_is_left() => Law.Holds(Mixed([GifControl], GifExtras), parts =>
        IsBare(
            [.. GifHead, .. parts.SelectMany(part => part), .. GifImage, .. GifExtras[0], .. GifImage, 0x3B, .. Secret],
            [.. GifHead, .. GifControl, .. GifImage, 0x3B]));

    [Fact]
    public void A_photo_without_extras_stays_as_it_is()
    {
        var adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
        byte[] file = [0xFF, 0xD8, .. adobe, .. JpegPicture.SelectMany(part => part), 0xFF, 0xD9];
        Assert.Equal(file, BarePhoto.Of(file)!.Bytes.ToArray());
        Assert.Equal("image/jpeg", BarePhoto.Of(file)!.MediaType);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 0xFF, 0xD9 })]
    [InlineData(new byte[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F' })]
    public void What_is_no_photo_or_a_broken_one_is_none(byte[] file) => Assert.Null(BarePhoto.Of(file));

    [Fact]
    public void A_photo_cut_off_anywhere_or_damaged_is_none_or_still_bare() => Law.Holds(
        from start in Gen.Elements<byte[]>([0xFF, 0xD8, 0xFF], Signature, GifHead)
        from rest in ArbMap.Default.GeneratorFor<byte[]>()
        select (byte[])[.. start, .. rest],
        file => BarePhoto.Of(file) is not { } photo || photo.Bytes.Length <= file.Length + 1,
        count: 1000);

    [Fact]
    public void Cut_off_before_its_end_it_is_none()
    {
        byte[] jpeg = [0xFF, 0xD8, .. JpegPicture.SelectMany(part => part), 0xFF, 0xD9];
        byte[] png = [.. Signature, .. PngPicture.SelectMany(part => part)];
        byte[] gif = [.. GifHead, .. GifControl, .. GifImage];
        foreach (var file in (byte[][])[jpeg, png, gif])
        {
            for (var length = 0; length < file.Length; length++)
                Assert.Null(BarePhoto.Of(file.AsSpan(0, length)));
        }
    }

    private static bool IsBare(byte[] file, byte[] picture) =>
        BarePhoto.Of(file) is { } photo && photo.Bytes.Span.SequenceEqual(picture) && photo.Bytes.Span.IndexOf(Secret) < 0;

    /// <summary>The picture's parts in order, with any of the others anywhere between them.</summary>
    private static Gen<List<byte[]>> Mixed(byte[][] picture, byte[][] extras) =>
        from places in Gen.Zip(Gen.Choose(0, picture.Length), Gen.Elements(extras)).ListOf()
        select Enumerable.Range(0, picture.Length + 1)
            .SelectMany(i => places.Where(place => place.Item1 == i).Select(place => place.Item2).Concat(i < picture.Length ? [picture[i]] : []))
            .ToList();
}
