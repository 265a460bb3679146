using FitServerless.Tests.Sync;
using FitServerless.Workouts.Measurements;
using FsCheck.Fluent;
using static FitServerless.Workouts.Measurements.MeasurementSeries;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class MeasurementSeriesTests
{
    [Fact]
    public void A_union_does_not_depend_on_who_comes_first() =>
        Law.Holds(SeriesGen.Any.Two(), pair => Union(pair.Item1, pair.Item2).Equals(Union(pair.Item2, pair.Item1)), 1000);

    [Fact]
    public void A_union_does_not_depend_on_the_order_of_merging() => Law.Holds(SeriesGen.Any.Three(), all =>
        Union(Union(all.Item1, all.Item2), all.Item3).Equals(Union(all.Item1, Union(all.Item2, all.Item3))), 1000);

    [Fact]
    public void A_union_with_itself_or_with_what_it_holds_changes_nothing() => Law.Holds(SeriesGen.Any.Two(), pair =>
    {
        var union = Union(pair.Item1, pair.Item2);
        return Union(union, union).Equals(union) && Union(union, pair.Item1).Equals(union) && Union(pair.Item2, union).Equals(union);
    });

    [Fact]
    public void A_union_has_every_time_of_both_once_and_ascending() => Law.Holds(SeriesGen.Any.Two(), pair =>
        Union(pair.Item1, pair.Item2).Times.ToArray()
            .SequenceEqual(pair.Item1.Times.ToArray().Union(pair.Item2.Times.ToArray()).Order()));

    [Fact]
    public void Of_two_rows_at_one_time_the_one_with_power_stays()
    {
        var withPower = Samples.Row((Channel.Power, 1));
        var withMore = Samples.Row((Channel.Heartrate, 150), (Channel.Cadence, 90), (Channel.Speed, 9));

        Assert.Equal(withPower, Union(withMore, withPower));
    }

    [Fact]
    public void Of_two_rows_with_power_the_one_with_more_channels_stays()
    {
        var more = Samples.Row((Channel.Power, 1), (Channel.Heartrate, 100));

        Assert.Equal(more, Union(more, Samples.Row((Channel.Power, 900))));
    }

    [Fact]
    public void Of_two_rows_that_measure_the_same_the_greater_values_stay()
    {
        var greater = Samples.Row((Channel.Power, 200), (Channel.Heartrate, 100));

        Assert.Equal(greater, Union(greater, Samples.Row((Channel.Power, 199), (Channel.Heartrate, 180))));
    }

    [Fact]
    public void A_channel_that_only_a_losing_row_had_is_gone()
    {
        var union = Union(Samples.Row((Channel.Power, 200)), Samples.Row((Channel.Heartrate, 100)));

        Assert.False(union.Has(Channel.Heartrate));
    }

    [Fact]
    public void Two_series_are_equal_by_their_times_and_values() => Law.Holds(SeriesGen.Any.Two(), pair =>
    {
        var same = Text(pair.Item1) == Text(pair.Item2);
        return pair.Item1.Equals(pair.Item2) == same && (!same || pair.Item1.GetHashCode() == pair.Item2.GetHashCode());
    });

    private static string Text(MeasurementSeries series) => System.Text.Json.JsonSerializer.Serialize(series);
}
