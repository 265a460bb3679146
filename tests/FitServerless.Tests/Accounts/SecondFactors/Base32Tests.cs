using System.Text;
using FitServerless.Accounts.SecondFactors;

namespace FitServerless.Tests.Accounts.SecondFactors;

public sealed class Base32Tests
{
    /// <summary>RFC 4648, 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Encodes_the_vectors_of_RFC_4648(string text, string encoded) => Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void High_bits_stay() => Assert.Equal("77777777", Base32.Encode([0xFF, 0xFF, 0xFF, 0xFF, 0xFF]));
}
