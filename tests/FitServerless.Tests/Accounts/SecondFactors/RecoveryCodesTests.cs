using FitServerless.Accounts.SecondFactors;

namespace FitServerless.Tests.Accounts.SecondFactors;

public sealed class RecoveryCodesTests
{
    private readonly IReadOnlyList<string> _codes = RecoveryCodes.New();

    private IReadOnlyList<string> Hashes => [.. _codes.Select(RecoveryCodes.Hash)];

    [Fact]
    public void There_are_ten_different_ones_of_four_groups_of_four() =>
        Assert.All(_codes, code => Assert.Matches("^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$", code));

    [Fact]
    public void Each_works_once()
    {
        var left = Hashes;
        foreach (var code in _codes)
        {
            var used = RecoveryCodes.Use(left, RecoveryCodes.Trim(code));
            Assert.Equal(left.Count - 1, used!.Count);
            Assert.Null(RecoveryCodes.Use(used, RecoveryCodes.Trim(code)));
            left = used;
        }
    }

    [Fact]
    public void Case_spaces_and_hyphens_do_not_matter() =>
        Assert.Equal(9, RecoveryCodes.Use(Hashes, RecoveryCodes.Trim($" {_codes[3].Replace('-', ' ').ToLowerInvariant()} "))!.Count);

    [Theory]
    [InlineData("")]
    [InlineData("AAAA-AAAA-AAAA-AAAA")]
    public void Others_are_none(string code) => Assert.Null(RecoveryCodes.Use(Hashes, RecoveryCodes.Trim(code)));

    [Fact]
    public void A_hash_is_no_code() => Assert.Null(RecoveryCodes.Use(Hashes, Hashes[0]));
}
