using System.Net;
using FitServerless.Accounts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

public sealed class SourceKeysTests
{
    private static readonly SourceKeys Keys = new(Options.Create(new AccountOptions { JwtSecret = Convert.ToBase64String(new byte[32]) }));

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void An_address_or_a_network_of_64_bits_is_one_source(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Keys.Of(IPAddress.Parse(one)) == Keys.Of(IPAddress.Parse(other)));

    [Fact]
    public void An_unknown_address_is_one_too() => Assert.Matches("^[0-9a-f]{16}$", Keys.Of(null));
}
