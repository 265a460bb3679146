using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class SeriesBuilderTests
{
    [Fact]
    public void Rows_come_out_in_the_order_of_their_times()
    {
        var series = Samples.At(Channel.Power, (3, 30), (1, 10), (2, 20));

        Assert.Equal([Samples.Start + 1000, Samples.Start + 2000, Samples.Start + 3000], series.Times);
        Assert.Equal([10, 20, 30], series[Channel.Power]);
    }

    [Fact]
    public void A_time_comes_out_once() => Assert.Equal([5], Samples.At(Channel.Power, (0, 4), (0, 5), (0, 3))[Channel.Power]);

    [Fact]
    public void A_channel_without_a_value_is_missing()
    {
        var series = Samples.At(Channel.Power, (0, double.NaN), (1, double.NaN));

        Assert.Equal(2, series.Count);
        Assert.False(series.Has(Channel.Power));
        Assert.True(series[Channel.Power].IsEmpty);
        Assert.Equal(double.NaN, series.Value(Channel.Power, 1));
    }

    [Fact]
    public void A_channel_that_starts_late_has_no_values_before()
    {
        var builder = new SeriesBuilder();
        for (var i = 0; i < 1000; i++)
        {
            builder.AddRow(i);
            if (i >= 700)
                builder.Set(Channel.Heartrate, i % 200);
        }

        var series = builder.Build();

        Assert.Equal(700, series[Channel.Heartrate].ToArray().Count(double.IsNaN));
        Assert.Equal(100, series.Value(Channel.Heartrate, 700));
    }

    [Fact]
    public void No_rows_are_an_empty_series() => Assert.Equal(MeasurementSeries.Empty, new SeriesBuilder().Build());
}
