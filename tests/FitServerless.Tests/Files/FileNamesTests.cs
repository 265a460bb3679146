using FitServerless.Files;

namespace FitServerless.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("plan.pdf", "plan.pdf")]
    [InlineData("plan.PDF", "plan.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\plans\\plan.pdf", "plan.pdf")]
    [InlineData("invoice.exe", "invoice.exe.pdf")]
    [InlineData("a\"b\r\nSet-Cookie: x=1.pdf", "abSet-Cookie x=1.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe.pdf")]
    [InlineData("Plan für Näfels 🚵.pdf", "Plan für Näfels 🚵.pdf")]
    [InlineData("CON.pdf", "file.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData("", "file.pdf")]
    public void A_name_is_made_harmless(string name, string safe) => Assert.Equal(safe, FileNames.Safe(name, [".pdf"]));

    [Theory]
    [InlineData("me.jpeg", "me.jpeg")]
    [InlineData("me.JPG", "me.jpg")]
    [InlineData("me.png", "me.png.jpg")]
    public void Any_usual_extension_of_its_content_may_stay(string name, string safe) =>
        Assert.Equal(safe, FileNames.Safe(name, FileType.Jpeg.Extensions));
}
