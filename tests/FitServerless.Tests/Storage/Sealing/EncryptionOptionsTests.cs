using System.ComponentModel.DataAnnotations;
using FitServerless.Storage.Sealing;

namespace FitServerless.Tests.Storage.Sealing;

public sealed class EncryptionOptionsTests
{
    private const string Good = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    [Theory]
    [InlineData("", "")]
    [InlineData(Good, "")]
    [InlineData("", Good)]
    [InlineData(Good, "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, " + Good)]
    public void Keys_are_hex_and_may_be_missing(string key, string previous) => Assert.Null(Refusal(key, previous));

    [Theory]
    [InlineData("0001", "")]
    [InlineData("not hex at all, and as long as a key has to be: 64 characters...", "")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "")]
    [InlineData("abababababababababababababababababababababababababababababababab", "")]
    [InlineData("0102030405060708010203040506070801020304050607080102030405060708", "")]
    [InlineData(Good + "20", "")]
    [InlineData(Good, "0001")]
    public void What_is_no_key_is_refused_by_the_settings_name_and_is_not_repeated(string key, string previous)
    {
        var refusal = Refusal(key, previous);
        Assert.Contains(previous.Length > 0 ? "ENCRYPTION_KEY_PREVIOUS" : "ENCRYPTION_KEY", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refusal, StringComparison.Ordinal);
    }

    private static string? Refusal(string key, string previous)
    {
        var options = new EncryptionOptions { Key = key, PreviousKeys = previous };
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Count > 0 ? results[0].ErrorMessage : null;
    }
}
