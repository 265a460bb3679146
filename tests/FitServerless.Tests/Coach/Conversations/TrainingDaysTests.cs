using FitServerless.Coach.Conversations;

namespace FitServerless.Tests.Coach.Conversations;

public sealed class TrainingDaysTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 1)]
    [InlineData("0 1 2", 3)]
    [InlineData("1 2", 2)]
    [InlineData("2 3", 0)]
    [InlineData("0 2 3", 1)]
    public void A_streak_may_still_be_waiting_for_today(string daysAgo, int streak) => Assert.Equal(streak, Of(daysAgo).Streak);

    [Fact]
    public void Weeks_are_seven_days_back() => Assert.Equal((2, 1), (Of("0 6 7").InWeek(), Of("0 6 7").InWeek(endsDaysAgo: 7)));

    private static TrainingDays Of(string daysAgo) =>
        new(daysAgo.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ago => Today.AddDays(-int.Parse(ago, null))), Today);
}
