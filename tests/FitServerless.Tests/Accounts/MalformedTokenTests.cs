using FitServerless.Accounts;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Accounts;

/// <summary>Texts that are no token: refused without an exception, whatever they hold.</summary>
public sealed class MalformedTokenTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly string Token = Jwt.Sign("""{"sub":"1"}"""u8, Key);

    public static TheoryData<string> Malformed =>
    [
        "", ".", "..", "...", "a", "a.b", "a.b.c", "....", "null", "Bearer x", "\0", "é.é.é", "%2e.%2e.%2e", "a.b.!!!!", "!.!.!", "a b.c.d",
        new('.', 5000), new('a', 5000), new string('a', 100_000) + ".b.c",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Is_refused(string token) => Assert.Null(Jwt.Verify(token, Key));

    [Fact]
    public void A_good_token_with_more_around_it_is_refused() => Assert.All(
        [Token + ".", "." + Token, Token + "." + Token, Token + ".x", " " + Token, Token + "!", Token + "\0", Token.Replace(".", "..", StringComparison.Ordinal)],
        token => Assert.Null(Jwt.Verify(token, Key)));

    /// <summary>RFC 7515, 2: base64url without padding, line breaks or white space; one token has one text.</summary>
    [Fact]
    public void A_good_token_in_another_spelling_is_refused() => Assert.All(
        [Token + "=", Token + "==", Token + " ", Token + "\n", Token.Insert(Token.Length - 5, "\r\n"), Token.Insert(Token.Length - 5, " ")],
        token => Assert.Null(Jwt.Verify(token, Key)));

    [Fact]
    public void An_oversized_token_is_refused_though_it_is_signed() =>
        Assert.Null(Jwt.Verify(Jwt.Sign(new byte[Jwt.MaxLength], Key), Key));

    [Fact]
    public void Anything_is_refused() => Law.Holds(
        Gen.Elements(".", "..", "=", "-", "_", "+", "/", "A", "zz", " ", "é", "\uD83D", "🚴", "\n", "eyJhbGciOiJIUzI1NiJ9").ListOf(),
        parts => Jwt.Verify(string.Concat(parts), Key) is null,
        2000);
}
