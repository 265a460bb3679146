using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FitServerless.Accounts;

namespace FitServerless.Tests.Accounts;

public sealed class JwtTests
{
    /// <summary>RFC 7515, A.1.1.</summary>
    private const string VectorToken =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
        + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /// <summary>The member <c>k</c> of the JWK there.</summary>
    private static readonly byte[] VectorKey =
        Base64Url.DecodeFromChars("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly string Token = Jwt.Sign("""{"sub":"1"}"""u8, Key);

    [Fact]
    public void Reads_the_vector_of_RFC_7515() => Assert.Equal(
        "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}",
        Encoding.UTF8.GetString(Jwt.Verify(VectorToken, VectorKey)!));

    [Fact]
    public void Reads_what_it_signed() => Assert.Equal("""{"sub":"1"}"""u8, Jwt.Verify(Token, Key)!);

    [Fact]
    public void Refuses_another_key()
    {
        Assert.Null(Jwt.Verify(Token, VectorKey));
        Assert.Null(Jwt.Verify(Token, [.. Key, 0, 1]));
    }

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"None"}""")]
    [InlineData("""{"alg":"nOnE"}""")]
    [InlineData("""{"alg":"hs256"}""")]
    [InlineData("""{"alg":"HS384"}""")]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{"alg":"ES256"}""")]
    [InlineData("""{"alg":"PS256"}""")]
    [InlineData("""{"alg":"HS256","alg":"none"}""")]
    [InlineData("""{"ALG":"HS256"}""")]
    [InlineData("""{"alg":null}""")]
    [InlineData("""{"alg":["HS256"]}""")]
    [InlineData("""{"typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","crit":["exp"]}""")]
    [InlineData("""["HS256"]""")]
    [InlineData("\"HS256\"")]
    [InlineData("HS256")]
    [InlineData("""{"alg":"HS256" """)]
    public void Refuses_every_header_but_HS256_even_with_the_right_signature(string header) => Assert.Null(Jwt.Verify(Signed(header), Key));

    /// <summary>RFC 8725, 3.1: the token names no key for us.</summary>
    [Theory]
    [InlineData("""{"alg":"HS256","kid":"../../dev/null"}""")]
    [InlineData("""{"alg":"HS256","kid":"' OR 1=1 --"}""")]
    [InlineData("""{"alg":"HS256","jku":"https://attacker.example/keys"}""")]
    [InlineData("""{"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"}}""")]
    [InlineData("""{"alg":"HS256","x5u":"https://attacker.example/certificate"}""")]
    [InlineData("""{"alg":"HS256","x5c":["AAAA"]}""")]
    public void Takes_no_key_from_the_header(string header)
    {
        Assert.Null(Jwt.Verify(Signed(header, new byte[32]), Key));
        Assert.NotNull(Jwt.Verify(Signed(header), Key));
    }

    [Fact]
    public void Refuses_a_token_without_a_signature()
    {
        var none = Base64Url.EncodeToString("""{"alg":"none"}"""u8);
        var payload = Base64Url.EncodeToString("""{"sub":"1"}"""u8);

        Assert.All([$"{none}.{payload}.", $"{none}.{payload}", $"{none}..", Token[..(Token.LastIndexOf('.') + 1)]], token => Assert.Null(Jwt.Verify(token, Key)));
    }

    [Fact]
    public void Refuses_the_signature_of_another_payload()
    {
        var other = Jwt.Sign("""{"sub":"2"}"""u8, Key);

        Assert.Null(Jwt.Verify(Token[..Token.LastIndexOf('.')] + other[other.LastIndexOf('.')..], Key));
    }

    [Fact]
    public void Refuses_every_truncation_and_every_changed_character()
    {
        Assert.All(Enumerable.Range(0, Token.Length), length => Assert.Null(Jwt.Verify(Token[..length], Key)));
        Assert.All(
            Enumerable.Range(0, Token.Length),
            i => Assert.Null(Jwt.Verify($"{Token[..i]}{(Token[i] == 'A' ? 'B' : 'A')}{Token[(i + 1)..]}", Key)));
    }

    private static string Signed(string header, byte[]? key = null)
    {
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString("""{"sub":"1"}"""u8)}";
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(key ?? Key, Encoding.ASCII.GetBytes(input)))}";
    }
}
