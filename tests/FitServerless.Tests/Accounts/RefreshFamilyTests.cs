using FitServerless.Accounts;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts;

public sealed class RefreshFamilyTests
{
    private static readonly RefreshFamily Family = new()
    {
        AccountId = "7",
        Id = "f",
        Generation = 5,
        RotatedAt = FakeClock.Morning,
        ExpiresAt = FakeClock.Morning.AddDays(60),
    };

    [Theory]
    [InlineData(5, 0, RefreshVerdict.Rotate)]
    [InlineData(5, 5_183_999, RefreshVerdict.Rotate)]
    [InlineData(5, 5_184_000, RefreshVerdict.Refuse)]
    [InlineData(4, -5, RefreshVerdict.Repeat)]
    [InlineData(4, 0, RefreshVerdict.Repeat)]
    [InlineData(4, 30, RefreshVerdict.Repeat)]
    [InlineData(4, 31, RefreshVerdict.Revoke)]
    [InlineData(4, 5_184_000, RefreshVerdict.Refuse)]
    [InlineData(3, 0, RefreshVerdict.Revoke)]
    [InlineData(1, 0, RefreshVerdict.Revoke)]
    [InlineData(6, 0, RefreshVerdict.Refuse)]
    public void Judges_by_generation_and_age(int generation, int seconds, RefreshVerdict verdict)
    {
        var (token, now) = (new RefreshToken("7", "f", generation), FakeClock.Morning.AddSeconds(seconds));

        Assert.Equal(verdict, Family.Judge(token, now, TimeSpan.FromSeconds(30)));
        Assert.Equal(RefreshVerdict.Refuse, (Family with { Revoked = true }).Judge(token, now, TimeSpan.FromSeconds(30)));
    }
}
