using FitServerless.Accounts.Lockout;

namespace FitServerless.Tests.Accounts.Lockout;

public sealed class TryPolicyTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(10, 32)]
    [InlineData(14, 512)]
    [InlineData(15, 900)]
    [InlineData(1_000_000, 900)]
    public void Passwords_wait_twice_as_long_each_time_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), TryPolicy.Password.WaitAfter(failures));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 15)]
    [InlineData(6, 30)]
    [InlineData(11, 960)]
    [InlineData(12, 1440)]
    [InlineData(int.MaxValue, 1440)]
    public void Codes_wait_from_a_quarter_of_an_hour_up_to_a_day(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), TryPolicy.Proof.WaitAfter(failures));

    /// <summary>The figure in the comment of <see cref="TryPolicy.Proof"/>.</summary>
    [Fact]
    public void A_guesser_of_codes_has_seventeen_tries_in_the_first_week()
    {
        var (tries, time) = (0, TimeSpan.Zero);
        while (time <= TimeSpan.FromDays(7))
            time += TryPolicy.Proof.WaitAfter(++tries);
        Assert.Equal(17, tries);
    }
}
