using System.Globalization;
using FitServerless.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Learning;

public sealed class CardScheduleTests
{
    /// <summary>Worked out by hand from EF' = EF + (0.1 - (5 - q)(0.08 + (5 - q)0.02)).</summary>
    [Theory]
    [InlineData("5", "2.6", 1, 1)]
    [InlineData("4", "2.5", 1, 1)]
    [InlineData("3", "2.36", 1, 1)]
    [InlineData("2", "2.18", 1, 0)]
    [InlineData("1", "1.96", 1, 0)]
    [InlineData("0", "1.7", 1, 0)]
    [InlineData("55", "2.7", 6, 2)]
    [InlineData("444", "2.5", 15, 3)]
    [InlineData("4444", "2.5", 38, 4)]
    [InlineData("555", "2.8", 16, 3)]
    [InlineData("5555", "2.9", 45, 4)]
    [InlineData("333", "2.08", 13, 3)]
    [InlineData("4442", "2.18", 1, 0)]
    [InlineData("44424", "2.18", 1, 1)]
    [InlineData("444244", "2.18", 6, 2)]
    [InlineData("4442444", "2.18", 13, 3)]
    [InlineData("000", "1.3", 1, 0)]
    [InlineData("000444", "1.3", 8, 3)]
    public void Reviews_schedule_as_SM_2_says(string qualities, string ease, int interval, int repetitions) => Assert.Equal(
        new CardSchedule(decimal.Parse(ease, CultureInfo.InvariantCulture), interval, repetitions),
        qualities.Aggregate(CardSchedule.New, (card, quality) => card.Review(quality - '0')));

    [Fact]
    public void Ease_and_interval_stay_within_their_bounds_whatever_a_client_wrote()
    {
        var cards = from ease in Gen.Choose(-1_000, 100_000)
                    from interval in Gen.OneOf(Gen.Choose(-5, 400), Gen.Constant(int.MaxValue), Gen.Constant(int.MinValue))
                    from repetitions in Gen.OneOf(Gen.Choose(-5, 50), Gen.Constant(int.MaxValue - 1))
                    select new CardSchedule(ease / 100m, interval, repetitions);
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(cards), Qualities, (card, qualities) =>
        {
            var after = qualities.Aggregate(card, (one, quality) => one.Review(quality));
            return qualities.Length == 0 || (after.EaseFactor is >= CardSchedule.LeastEase and <= 10 && after.IntervalDays is >= 1 and <= CardSchedule.LongestInterval);
        }));
    }

    [Fact]
    public void A_better_answer_is_never_scheduled_sooner() => Check.QuickThrowOnFailure(Prop.ForAll(Qualities, before =>
    {
        var card = before.Aggregate(CardSchedule.New, (one, quality) => one.Review(quality));
        var after = Enumerable.Range(0, 6).Select(card.Review).ToList();
        return after.Zip(after.Skip(1)).All(pair => pair.First.IntervalDays <= pair.Second.IntervalDays && pair.First.EaseFactor <= pair.Second.EaseFactor);
    }));

    [Fact]
    public void A_failure_starts_over_and_a_success_counts() => Check.QuickThrowOnFailure(Prop.ForAll(Qualities, qualities =>
    {
        var expected = qualities.Reverse().TakeWhile(quality => quality >= 3).Count();
        return qualities.Aggregate(CardSchedule.New, (one, quality) => one.Review(quality)).Repetitions == expected;
    }));

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void There_are_six_qualities(int quality) => Assert.Throws<ArgumentOutOfRangeException>(() => CardSchedule.New.Review(quality));

    private static Arbitrary<int[]> Qualities => Arb.From(Gen.Choose(0, 5).ArrayOf());
}
