using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class PowerMathTests
{
    [Theory]
    [InlineData(30, 250)]
    [InlineData(3600, 200)]
    public void Constant_power_is_its_own_normalized_power(int seconds, int watts) =>
        Assert.Equal(watts, PowerMath.Normalized(Constant(seconds, watts)));

    [Fact]
    public void Less_than_thirty_seconds_have_none() => Assert.Null(PowerMath.Normalized(Constant(29, 250)));

    [Fact]
    public void Without_power_there_is_neither()
    {
        var series = Samples.Of(Channel.Heartrate, 100, 101);

        Assert.Null(PowerMath.Normalized(series));
        Assert.Null(PowerMath.Calories(series));
    }

    /// <summary>
    /// 30 s at 100 W, then 30 s at 200 W: 31 windows, whose means are 100 + 100 k / 30 W for k = 0 … 30. The mean of their fourth powers is
    /// 100⁴ · Σ(1 + k/30)⁴ / 31 = 6.277 · 10⁸, its fourth root 158.3 W.
    /// </summary>
    [Fact]
    public void A_step_is_smoothed_over_thirty_seconds()
    {
        double[] watts = [.. Enumerable.Repeat(100.0, 30), .. Enumerable.Repeat(200.0, 30)];
        var byHand = Math.Pow(Enumerable.Range(0, 31).Average(k => Math.Pow(100 + (100 * k / 30.0), 4)), 0.25);

        Assert.Equal(158.3, byHand, 1);
        Assert.Equal(158, PowerMath.Normalized(Samples.Of(Channel.Power, watts)));
    }

    /// <summary>Across a pause no window mixes 100 W with 300 W: (100⁴ + 300⁴) / 2 has the fourth root 253.0.</summary>
    [Fact]
    public void A_pause_starts_a_new_window()
    {
        var series = Samples.At(Channel.Power, [.. Seconds(0, 30).Select(s => (s, 100.0)), .. Seconds(600, 30).Select(s => (s, 300.0))]);

        Assert.Equal(253, PowerMath.Normalized(series));
    }

    [Fact]
    public void An_hour_at_200_watts_is_720_kilojoules() => Assert.Equal(720, PowerMath.Calories(Constant(3600, 200)));

    /// <summary>Ten samples 10 s apart hold for 9 · 10 + 1 s: 91 s · 1,000 W.</summary>
    [Fact]
    public void A_sample_holds_until_the_next() =>
        Assert.Equal(91, PowerMath.Calories(Samples.At(Channel.Power, [.. Seconds(0, 10).Select(s => (s * 10, 1000.0))])));

    /// <summary>30 s is recording every 30 s, 31 s is a pause, of which the sample before holds one second.</summary>
    [Theory]
    [InlineData(30, 31)]
    [InlineData(31, 2)]
    [InlineData(3600, 2)]
    public void Nobody_pedals_in_a_pause(int gap, int kilojoules) =>
        Assert.Equal(kilojoules, PowerMath.Calories(Samples.At(Channel.Power, (0, 1000), (gap, 1000))));

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_rate_of_recording_changes_neither(double step)
    {
        var series = Samples.At(Channel.Power, [.. Enumerable.Range(0, (int)(600 / step)).Select(i => (i * step, 200.0))]);

        Assert.Equal(200, PowerMath.Normalized(series));
        Assert.InRange(PowerMath.Calories(series)!.Value, 119, 120);
    }

    [Fact]
    public void A_sensor_that_drops_out_gives_no_power() => Assert.Equal(
        60, PowerMath.Calories(Samples.Of(Channel.Power, [.. Enumerable.Range(0, 120).Select(i => i < 60 ? 1000 : double.NaN)])));

    private static MeasurementSeries Constant(int seconds, double watts) =>
        Samples.Of(Channel.Power, [.. Enumerable.Repeat(watts, seconds)]);

    private static IEnumerable<double> Seconds(int from, int count) => Enumerable.Range(from, count).Select(second => (double)second);
}
