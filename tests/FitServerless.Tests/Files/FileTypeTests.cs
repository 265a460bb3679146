using System.Text;
using FitServerless.Files;
using FitServerless.Tests.Photos;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Files;
using FsCheck.Fluent;

namespace FitServerless.Tests.Files;

public sealed class FileTypeTests
{
    public static TheoryData<string> Kept => ["image/jpeg", "image/png", "image/gif", "application/pdf", "text/plain"];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Each_kind_is_told_by_its_content(string mediaType) =>
        Assert.Equal(mediaType, FileType.Of(SampleDocuments.Of(mediaType))?.MediaType);

    /// <summary>Cut off anywhere a picture or a PDF is none, nor is it text.</summary>
    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/gif")]
    public void A_torso_is_nothing(string mediaType)
    {
        var whole = SampleDocuments.Of(mediaType);
        var trailer = mediaType == "image/gif" ? 2 : 1;
        for (var length = 3; length <= whole.Length - trailer; length++)
            Assert.False(FileType.Of(whole.AsSpan(0, length)) is { } type && type != FileType.Text, $"{length}");
        Assert.Null(FileType.Of(SampleDocuments.Pdf.AsSpan(0, SampleDocuments.Pdf.Length - 3)));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void With_an_archive_or_a_script_behind_it_it_is_what_it_begins_as(string mediaType)
    {
        byte[][] tails = [ZipFiles.Of(("a.html", "<script>alert(1)</script>"u8.ToArray())), "<script>alert(1)</script>"u8.ToArray(), [0x4D, 0x5A, 0x90, 0]];
        foreach (var told in tails.Select(tail => FileType.Of([.. SampleDocuments.Of(mediaType), .. tail])))
            Assert.Contains(told?.MediaType, mediaType == FileType.Text.MediaType ? [mediaType, null] : (string?[])[mediaType]);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("<html>")]
    [InlineData("  \r\n\t<HTML>")]
    [InlineData("\uFEFF<html>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("<!-- --><svg/>")]
    [InlineData("</p>")]
    public void Markup_is_no_text(string content) => Assert.Null(FileType.Of(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("<3 this run")]
    [InlineData("a <b> c")]
    [InlineData("1 < 2")]
    [InlineData("\uFEFFmarked")]
    [InlineData("{\"json\":true}")]
    public void Text_may_have_angles(string content) => Assert.Equal(FileType.Text, FileType.Of(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Neither_controls_nor_what_is_not_utf8_is_text()
    {
        foreach (var control in Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\t' or '\n' or '\r')))
            Assert.Null(FileType.Of(Encoding.UTF8.GetBytes($"a{(char)control}b")));
        byte[][] broken = [[0xFF, 0xFE, 0x61, 0], [0x61, 0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], Encoding.Latin1.GetBytes("Näfels")];
        Assert.All(broken, bytes => Assert.Null(FileType.Of(bytes)));
        Assert.Null(FileType.Of([]));
    }

    [Theory]
    [InlineData("%PDF-1.4 and nothing else")]
    [InlineData("%PDF-x.y\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\n%%EOF\nstartxref")]
    [InlineData("GIF89a is not a picture")]
    [InlineData("GIF87a")]
    public void What_begins_as_one_kind_and_is_none_is_not_text_either(string content) =>
        Assert.Null(FileType.Of(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void Other_files_are_not_kept()
    {
        byte[][] others =
        [
            ZipFiles.Of(("a.txt", "a"u8.ToArray())), ZipFiles.Gzip(SampleDocuments.Text), [0x4D, 0x5A, 0x90, 0], [0x7F, (byte)'E', (byte)'L', (byte)'F'],
            [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8], [0xFF, 0xD8, 0xFF, 0xD9], SamplePictures.Png[..8],
        ];
        Assert.All(others, other => Assert.Null(FileType.Of(other)));
    }

    [Fact]
    public void Whatever_comes_it_is_told_or_refused_and_nothing_breaks() => Law.Holds(
        from start in Gen.Elements(SamplePictures.Jpeg, SamplePictures.Png, SamplePictures.Gif, SampleDocuments.Pdf, SampleDocuments.Text, [])
        from keep in Gen.Choose(0, start.Length)
        from rest in ArbMap.Default.GeneratorFor<byte[]>()
        select (byte[])[.. start.AsSpan(0, keep), .. rest],
        content => FileType.Of(content) is null or { MediaType.Length: > 0 },
        count: 2000);
}
