using FitServerless.Accounts;

namespace FitServerless.Tests.Accounts;

public sealed class EmailAddressTests
{
    public static TheoryData<string?> Unusable =>
    [
        null, "", " ", "a", "@", "a@", "@b", "a.example.com", "a@b@c", "a b@example.com", "a@exam ple.com", "a@b\0.com", "a@example.com\nBcc: b@c",
        "Rider <rider@example.com>", "<rider@example.com>", "rider@example.com, other@example.com", "a(comment)@example.com",
        "🚴@example.com", "jose\u0301@example.com", "rider@mu\u0308nchen.de", "ｒider@example.com", "rider＠example.com", "ﬁt@example.com", "rider@-ü.de", "rider@ü..de",
        "rider@" + new string('ü', 64) + ".de", "a..b@", new string('x', 250) + "@b.de",
    ];

    [Theory]
    [InlineData("rider@example.com", "rider@example.com")]
    [InlineData("  Rider@Example.COM ", "rider@example.com")]
    [InlineData("rider+bike@example.com", "rider+bike@example.com")]
    [InlineData("o'neill@example.com", "o'neill@example.com")]
    [InlineData("FAHRER@MÜNCHEN.DE", "fahrer@xn--mnchen-3ya.de")]
    [InlineData("fahrer@xn--mnchen-3ya.de", "fahrer@xn--mnchen-3ya.de")]
    [InlineData("пётр@пример.рф", "пётр@xn--e1afmkfd.xn--p1ai")]
    [InlineData("例@例え。jp", "例@xn--r8jz45g.jp")]
    [InlineData("rider@under_score.example", "rider@under_score.example")]
    [InlineData("a/b#c@example.com", "a/b#c@example.com")]
    public void An_address_has_one_spelling(string text, string expected)
    {
        Assert.True(EmailAddress.TryNormalize(text, out var email));
        Assert.Equal(expected, email);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Anything_else_is_none(string? text) => Assert.False(EmailAddress.TryNormalize(text, out _));

    [Fact]
    public void The_longest_address_has_254_characters()
    {
        Assert.True(EmailAddress.TryNormalize(new string('x', 242) + "@example.com", out _));
        Assert.False(EmailAddress.TryNormalize(new string('x', 243) + "@example.com", out _));
    }
}
