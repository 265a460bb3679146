using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class SeriesSummaryTests
{
    [Fact]
    public void Tells_averages_and_greatest_values_of_the_rows_that_have_one()
    {
        var series = MeasurementSeries.Union(
            Samples.RowAt(0, (Channel.Power, 100), (Channel.Heartrate, 120), (Channel.Cadence, 80)),
            MeasurementSeries.Union(
                Samples.RowAt(1, (Channel.Power, 301), (Channel.Heartrate, 125)), Samples.RowAt(2, (Channel.Cadence, 90), (Channel.Speed, 3))));

        var summary = SeriesSummary.Of(series);

        Assert.Equal((3, 200, 301), (summary.Count, summary.AvgPower, summary.MaxPower));
        Assert.Equal((122, 125, 85), (summary.AvgHeartrate, summary.MaxHeartrate, summary.AvgCadence));
        Assert.Null(summary.NormalizedPower);
        Assert.Null(summary.Ascent);
    }

    [Fact]
    public void An_hour_at_a_constant_effort()
    {
        var summary = SeriesSummary.Of(Samples.Of(Channel.Power, [.. Enumerable.Repeat(250.0, 3600)]));

        Assert.Equal(
            new SeriesSummary { Count = 3600, AvgPower = 250, MaxPower = 250, NormalizedPower = 250, Calories = 900 }, summary);
    }

    [Fact]
    public void No_samples_tell_nothing() => Assert.Equal(new SeriesSummary(), SeriesSummary.Of(MeasurementSeries.Empty));
}
