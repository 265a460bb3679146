using FitServerless.Accounts.MagicLinks;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts.MagicLinks;

public sealed class LinkTokenTests
{
    [Fact]
    public void A_token_leads_to_its_row_and_the_row_does_not_show_it()
    {
        var (token, place) = LinkToken.New(FakeClock.Morning);

        Assert.Equal(place, LinkToken.Parse(token));
        Assert.Equal("20250301", place.Day);
        Assert.DoesNotContain(token[9..], place.Hash, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tokens_differ() => Assert.NotEqual(LinkToken.New(FakeClock.Morning).Token, LinkToken.New(FakeClock.Morning).Token);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("20250301.short")]
    [InlineData("2025/301.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20250301-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20250301.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_leads_nowhere(string? token) => Assert.Null(LinkToken.Parse(token));
}
