using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using FitServerless.Accounts;

namespace FitServerless.Tests.Accounts;

public sealed class AccountOptionsTests
{
    [Theory]
    [InlineData(32, true)]
    [InlineData(64, true)]
    [InlineData(31, false)]
    [InlineData(0, false)]
    public void A_secret_has_at_least_32_bytes(int bytes, bool valid) => Assert.Equal(valid, IsValid(Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes))));

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0")]
    [InlineData("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")]
    public void A_secret_that_somebody_typed_is_none(string secret) => Assert.False(IsValid(secret));

    [Theory]
    [InlineData("correct horse battery staple correct horse battery staple")]
    [InlineData("!!!!")]
    public void A_secret_is_base64(string secret) => Assert.False(IsValid(secret));

    [Theory]
    [InlineData("", true)]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", true)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", false)]
    [InlineData("AAAA", false)]
    public void The_secret_before_it_is_one_too(string previous, bool valid) =>
        Assert.Equal(valid, IsValid(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), previous));

    private static bool IsValid(string secret, string previous = "")
    {
        var options = new AccountOptions { JwtSecret = secret, JwtSecretPrevious = previous };
        return Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);
    }
}
