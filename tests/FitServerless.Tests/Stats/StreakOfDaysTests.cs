using FitServerless.Stats;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Stats;

public sealed class StreakOfDaysTests
{
    private static readonly DateOnly Today = new(2026, 5, 3);
    private static readonly LocalDays Utc = LocalDays.In("UTC");

    /// <summary>Days ago, some of them in the future.</summary>
    private static readonly Gen<int[]> Ago = Gen.Choose(-3, 30).ListOf().Select(days => days.Distinct().OrderDescending().ToArray());

    [Theory]
    [InlineData(new int[0], 0, 0)]
    [InlineData(new[] { 0 }, 1, 1)]
    [InlineData(new[] { 1 }, 1, 1)]
    [InlineData(new[] { 2 }, 0, 1)]
    [InlineData(new[] { 2, 1, 0 }, 3, 3)]
    [InlineData(new[] { 2, 1 }, 2, 2)]
    [InlineData(new[] { 9, 8, 7, 6, 1, 0 }, 2, 4)]
    [InlineData(new[] { 5, 4, 2 }, 0, 2)]
    [InlineData(new[] { 0, -1, -2 }, 1, 1)]
    public void Days_on_end(int[] ago, int current, int longest) => Assert.Equal(new StreakOfDays(current, longest), Of(ago));

    [Fact]
    public void Samoa_trained_on_every_day_that_there_was() => Assert.Equal(
        new StreakOfDays(3, 3),
        StreakOfDays.Of([new(2011, 12, 29), new(2011, 12, 31), new(2012, 1, 1)], new(2012, 1, 1), LocalDays.In("Pacific/Apia")));

    [Fact]
    public void It_is_what_counting_back_from_each_day_finds() => Law.Holds(Ago, ago =>
    {
        var past = ago.Where(day => day >= 0).ToHashSet();
        int Run(int day) => past.Contains(day) ? 1 + Run(day + 1) : 0;
        var longest = past.Select(Run).DefaultIfEmpty(0).Max();
        return Of(ago) == new StreakOfDays(past.Contains(0) ? Run(0) : Run(1), longest);
    });

    [Fact]
    public void The_current_one_is_never_longer_than_the_longest_and_training_today_never_shortens_it() => Law.Holds(Ago, ago =>
    {
        var (before, after) = (Of(ago), Of([.. ago.Append(0).Distinct().OrderDescending()]));
        return before.Current <= before.Longest && after.Current >= Math.Max(1, before.Current) && after.Longest >= before.Longest;
    });

    private static StreakOfDays Of(int[] ago) => StreakOfDays.Of(ago.Select(day => Today.AddDays(-day)), Today, Utc);
}
