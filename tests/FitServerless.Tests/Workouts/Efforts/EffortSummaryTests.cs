using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Efforts;

public sealed class EffortSummaryTests
{
    private static readonly Thresholds Known = new() { Ftp = 250, ThresholdHeartrate = 170, MaxHeartrate = 190 };

    /// <summary>By definition: 1 h · 1² · 100.</summary>
    [Fact]
    public void An_hour_at_the_threshold_is_a_load_of_100()
    {
        var effort = Of(Samples.Of(Channel.Power, [.. Enumerable.Repeat(250.0, 3600)]), Known);

        Assert.Equal((100.0, 1.0, "power"), (effort.Load, effort.Intensity, effort.LoadBasis));
        Assert.Equal([0, 0, 0, 3600, 0, 0, 0], effort.PowerZones!.Seconds);
    }

    /// <summary>90 min at 200 W of 250 W: 1.5 · 0.8² · 100 = 96.</summary>
    [Fact]
    public void Load_is_hours_times_intensity_squared()
    {
        var effort = Of(Samples.Of(Channel.Power, [.. Enumerable.Repeat(200.0, 5400)]), Known);

        Assert.Equal((96.0, 0.8), (effort.Load, effort.Intensity));
    }

    /// <summary>30 min at 136 of 170: 0.5 · 0.8² · 100 = 32.</summary>
    [Fact]
    public void Without_power_the_heart_is_weighed()
    {
        var effort = Of(Samples.Of(Channel.Heartrate, [.. Enumerable.Repeat(136.0, 1800)]), Known);

        Assert.Equal((32.0, "heartrate"), (effort.Load, effort.LoadBasis));
        Assert.Equal(("thresholdHeartrate", 170, "preferences"), (effort.HeartrateZones!.Basis, effort.HeartrateZones.Value, effort.HeartrateZones.From));
        Assert.Equal([1800, 0, 0, 0, 0], effort.HeartrateZones.Seconds);
    }

    [Fact]
    public void Who_gave_no_threshold_has_estimated_zones_and_no_load()
    {
        var effort = Of(
            Both([.. Enumerable.Repeat(200.0, 1200)], [.. Enumerable.Repeat(100.0, 600), .. Enumerable.Repeat(150.0, 600)]), Thresholds.None);

        Assert.Null(effort.Load);
        // 95 % of 200 W.
        Assert.Equal(("ftp", 190, "estimate"), (effort.PowerZones!.Basis, effort.PowerZones.Value, effort.PowerZones.From));
        Assert.Equal([0, 0, 0, 0, 1200, 0, 0], effort.PowerZones.Seconds);
        // 100 of 150 is two thirds: the second of five zones.
        Assert.Equal(("maxHeartrate", 150, "estimate"), (effort.HeartrateZones!.Basis, effort.HeartrateZones.Value, effort.HeartrateZones.From));
        Assert.Equal([0, 600, 0, 0, 600], effort.HeartrateZones.Seconds);
    }

    [Theory]
    [InlineData(137, 0)]
    [InlineData(138, 1)]
    [InlineData(188, 2)]
    [InlineData(225, 3)]
    [InlineData(263, 4)]
    [InlineData(300, 5)]
    [InlineData(375, 6)]
    public void Zones_of_power_end_where_the_book_says(double watts, int zone) =>
        Assert.Equal(10, Of(Samples.Of(Channel.Power, [.. Enumerable.Repeat(watts, 10)]), Known).PowerZones!.Seconds[zone]);

    [Theory]
    [InlineData(113, 0)]
    [InlineData(114, 1)]
    [InlineData(133, 2)]
    [InlineData(152, 3)]
    [InlineData(171, 4)]
    public void Zones_of_the_greatest_heart_rate_are_tenths(double rate, int zone) =>
        Assert.Equal(10, Of(Samples.Of(Channel.Heartrate, [.. Enumerable.Repeat(rate, 10)]), new() { MaxHeartrate = 190 }).HeartrateZones!.Seconds[zone]);

    [Fact]
    public void A_silent_sensor_is_in_no_zone_and_a_pause_in_none_either()
    {
        var effort = Of(Samples.At(Channel.Heartrate, (0, 120), (1, double.NaN), (2, 120), (600, 120)), Known);

        Assert.Equal(3, effort.HeartrateZones!.Seconds.Sum());
        Assert.Equal(4, effort.MovingSeconds);
    }

    [Fact]
    public void Without_power_and_heart_there_is_nothing_to_weigh() =>
        Assert.Equal(new EffortSummary(), Of(Samples.Of(Channel.Cadence, 80, 81), Known));

    private static EffortSummary Of(MeasurementSeries series, Thresholds known) => EffortSummary.Of(series, SeriesSummary.Of(series), known);

    private static MeasurementSeries Both(double[] watts, double[] rates)
    {
        var builder = new SeriesBuilder();
        for (var row = 0; row < watts.Length; row++)
        {
            builder.AddRow(Samples.Start + (row * 1000));
            builder.Set(Channel.Power, watts[row]);
            builder.Set(Channel.Heartrate, rates[row]);
        }

        return builder.Build();
    }
}
