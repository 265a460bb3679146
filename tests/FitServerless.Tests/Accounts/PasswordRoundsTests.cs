using FitServerless.Accounts;
using FitServerless.Functions.Accounts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

public sealed class PasswordRoundsTests
{
    [Theory]
    [InlineData(1_000, 1_000, 0)]
    [InlineData(1_000, 210_000, 209_000)]
    [InlineData(5_000, 1_000, 0)]
    public void What_a_hash_lacks_of_the_rounds_of_today_can_be_told(int had, int wanted, int missing)
    {
        var hashes = new PasswordHashes(Options.Create(new AccountOptions { PasswordIterations = had }));
        Assert.Equal(missing, PasswordRounds.Missing(hashes.Hash("correct horse battery"), wanted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AQ==")]
    [InlineData("no base64!")]
    [InlineData("AgAAAAIAAAPoAAAAEAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Of_what_is_no_such_hash_nothing_is_missing(string hash) => Assert.Equal(0, PasswordRounds.Missing(hash, 1_000));

    [Fact]
    public void A_hash_with_fewer_rounds_still_says_right_and_wrong()
    {
        var old = new PasswordHashes(Options.Create(new AccountOptions { PasswordIterations = 1_000 })).Hash("correct horse battery");
        var today = new PasswordHashes(Options.Create(new AccountOptions { PasswordIterations = 2_000 }));
        Assert.Equal(PasswordCheck.RightButWeak, today.Check(old, "correct horse battery"));
        Assert.Equal(PasswordCheck.Wrong, today.Check(old, "wrong horse battery"));
    }
}
