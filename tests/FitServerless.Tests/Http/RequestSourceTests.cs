using System.Net;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Tests.Http;

public sealed class RequestSourceTests
{
    [Theory]
    [InlineData(null, "203.0.113.7", 0, "203.0.113.7")]
    [InlineData(null, "127.0.0.1", 0, "127.0.0.1")]
    [InlineData("198.51.100.9:51234", "127.0.0.1", 0, "198.51.100.9")]
    [InlineData("[2001:db8::1]:443", "::1", 0, "2001:db8::1")]
    [InlineData("198.51.100.9, 10.0.0.4", "169.254.130.1", 0, "198.51.100.9")]
    [InlineData("192.0.2.1, 198.51.100.9:80", "10.1.2.3", 0, "198.51.100.9")]
    [InlineData("192.0.2.1, 198.51.100.9", "203.0.113.7", 0, "203.0.113.7")]
    [InlineData("198.51.100.9, 147.243.1.1", "10.0.0.4", 1, "198.51.100.9")]
    [InlineData("nonsense, <b>", "10.0.0.4", 0, "10.0.0.4")]
    [InlineData("198.51.100.9", "10.0.0.4", 1, "10.0.0.4")]
    [InlineData("::ffff:10.0.0.5", "::ffff:127.0.0.1", 0, "::ffff:127.0.0.1")]
    public void Is_the_first_public_address_from_the_right(string? forwarded, string remote, int proxyHops, string source)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(remote) } };
        http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(IPAddress.Parse(source), RequestSource.Of(http.Request, proxyHops));
    }

    /// <summary>What a client writes stands left of what the platform adds.</summary>
    [Fact]
    public void A_client_does_not_choose_it()
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        http.Request.Headers["X-Forwarded-For"] = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"192.0.2.{i % 250}").Append("198.51.100.9"));

        Assert.Equal(IPAddress.Parse("198.51.100.9"), RequestSource.Of(http.Request, 0));
    }
}
