using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Tests.Workouts.Files.Originals;

public sealed class OriginalNamesTests
{
    [Theory]
    [InlineData("ride.fit", "ride.fit")]
    [InlineData("2026/May/ride.FIT", "ride.fit")]
    [InlineData("C:\\rides\\ride.fit.gz", "ride.fit")]
    [InlineData("../../etc/passwd", "passwd.fit")]
    [InlineData("Morgenrunde über Näfels 🚵.fit", "Morgenrunde über Näfels 🚵.fit")]
    [InlineData("ride.exe", "ride.exe.fit")]
    [InlineData("a\"b\r\nSet-Cookie: x;.fit", "abSet-Cookie x;.fit")]
    [InlineData("\u202Etif.exe", "tif.exe.fit")]
    [InlineData("..", "activity.fit")]
    [InlineData("", "activity.fit")]
    [InlineData("NUL.fit", "activity.fit")]
    [InlineData("\uD800.fit", "activity.fit")]
    [InlineData("upload", "upload.fit")]
    public void A_name_is_made_harmless(string name, string safe) => Assert.Equal(safe, OriginalNames.Safe(name, ".fit"));

    [Fact]
    public void A_long_name_is_cut_between_letters() =>
        Assert.Equal(string.Concat(Enumerable.Repeat("🚵", 64)) + ".gpx", OriginalNames.Safe(string.Concat(Enumerable.Repeat("🚵", 500)), ".gpx"));
}
