using FitServerless.Accounts.Sessions;

namespace FitServerless.Tests.Accounts.Sessions;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Firefox on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "Chrome on macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0", "Opera on Linux")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("okhttp/4.12.0 (secret; device-id 12345)", "okhttp")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)<")]
    [InlineData("\u0007\u202E", "Unknown")]
    [InlineData("", "Unknown")]
    [InlineData(null, "Unknown")]
    public void Tells_what_its_owner_recognises(string? userAgent, string name) => Assert.Equal(name, DeviceName.Of(userAgent));

    [Fact]
    public void An_endless_one_is_cut() => Assert.Equal(40, DeviceName.Of(new string('x', 100_000)).Length);
}
