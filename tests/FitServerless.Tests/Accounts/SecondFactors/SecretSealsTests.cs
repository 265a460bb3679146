using FitServerless.Accounts.SecondFactors;
using FitServerless.Storage.Sealing;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts.SecondFactors;

public sealed class SecretSealsTests
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string Next = "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static readonly byte[] Secret = [.. Enumerable.Range(0, 20).Select(i => (byte)i)];

    [Theory]
    [InlineData("")]
    [InlineData(Key)]
    public void A_secret_opens_for_its_account(string key) => Assert.Equal(Secret, Seals(key).Open(Seals(key).Seal(Secret, "7"), "7"));

    [Fact]
    public void It_opens_for_no_other_account() => Assert.Throws<SealException>(() => Seals(Key).Open(Seals(Key).Seal(Secret, "7"), "8"));

    [Fact]
    public void It_opens_with_a_key_from_before_and_with_no_other()
    {
        var text = Seals(Key).Seal(Secret, "7");

        Assert.Equal(Secret, Seals(Next, Key).Open(text, "7"));
        Assert.Throws<SealException>(() => Seals(Next).Open(text, "7"));
        Assert.Throws<SealException>(() => Seals("").Open(text, "7"));
    }

    [Fact]
    public void What_was_stored_before_there_was_a_key_still_opens() => Assert.Equal(Secret, Seals(Key).Open(Seals("").Seal(Secret, "7"), "7"));

    [Fact]
    public void Two_seals_of_one_secret_differ_and_do_not_show_it()
    {
        var (one, other) = (Seals(Key).Seal(Secret, "7"), Seals(Key).Seal(Secret, "7"));

        Assert.NotEqual(one, other);
        Assert.DoesNotContain(Seals("").Seal(Secret, "7")[6..], one, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_that_was_changed_does_not_open()
    {
        var text = Seals(Key).Seal(Secret, "7");
        var middle = text.Length / 2;

        Assert.Throws<SealException>(() => Seals(Key).Open($"{text[..middle]}{(text[middle] == 'A' ? 'B' : 'A')}{text[(middle + 1)..]}", "7"));
    }

    private static SecretSeals Seals(string key, string previous = "") =>
        new(Options.Create(new EncryptionOptions { Key = key, PreviousKeys = previous }));
}
