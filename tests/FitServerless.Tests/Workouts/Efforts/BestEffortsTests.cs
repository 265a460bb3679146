using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Workouts.Efforts;

public sealed class BestEffortsTests
{
    private static readonly int[] Durations = [5, 30, 60, 300, 600, 1200, 3600];

    /// <summary>Rows some seconds apart, pauses among them, sensors that fall silent.</summary>
    private static readonly Gen<MeasurementSeries> Rides =
        from rows in (from step in Gen.Frequency((8, Gen.Choose(1, 3)), (1, Gen.Choose(4, 90)))
                      from watts in Gen.Frequency((9, Gen.Choose(0, 1_000)), (1, Gen.Constant(-1)))
                      select (step, watts)).NonEmptyListOf()
        select Ride(rows);

    [Fact]
    public void An_hour_with_a_sprint_a_climb_and_a_rest()
    {
        // 600 s at 250 W, 5 s at 900 W, then 150 W to the end of the hour.
        double[] watts = [.. Enumerable.Repeat(250.0, 600), .. Enumerable.Repeat(900.0, 5), .. Enumerable.Repeat(150.0, 2995)];

        var best = BestEfforts.Power(Samples.Of(Channel.Power, watts))!;

        Assert.Equal(900, best["5"]);
        // 25 s of the climb and the sprint: (25 · 250 + 5 · 900) / 30 = 358.3.
        Assert.Equal(358, best["30"]);
        // (55 · 250 + 4,500) / 60 = 304.2.
        Assert.Equal(304, best["60"]);
        // (595 · 250 + 4,500) / 600 = 255.4.
        Assert.Equal(255, best["600"]);
        // (600 · 250 + 4,500 + 595 · 150) / 1,200 = 203.1.
        Assert.Equal(203, best["1200"]);
        // (150,000 + 4,500 + 449,250) / 3,600 = 167.7.
        Assert.Equal(168, best["3600"]);
    }

    [Fact]
    public void A_pause_is_no_power()
    {
        // 10 s at 600 W, a minute at the lights, 10 s at 600 W: of 30 s on end only ten are work.
        var series = Samples.At(Channel.Power, [.. Seconds(0, 10), .. Seconds(70, 10)]);

        Assert.Equal(200, BestEfforts.Power(series)!["30"]);
        Assert.Equal(600, BestEfforts.Power(series)!["5"]);
        Assert.False(BestEfforts.Power(series)!.ContainsKey("300"));
    }

    [Fact]
    public void What_has_no_power_or_is_shorter_than_five_seconds_has_no_best()
    {
        Assert.Null(BestEfforts.Power(Samples.Of(Channel.Heartrate, 100, 110)));
        Assert.Null(BestEfforts.Power(Samples.Of(Channel.Power, 100, 100, 100, 100)));
        Assert.Equal(100, BestEfforts.Power(Samples.Of(Channel.Power, 100, 100, 100, 100, 100))!["5"]);
    }

    [Fact]
    public void Each_best_is_what_trying_every_second_finds() => Law.Holds(Rides, series =>
    {
        var seconds = EverySecond(series);
        var best = BestEfforts.Power(series);
        return Durations.All(duration => ByBruteForce(seconds, duration) is { } watts
            ? best!["" + duration] == (int)Math.Round(watts)
            : best?.ContainsKey("" + duration) != true);
    });

    [Fact]
    public void No_longer_effort_is_better_than_a_shorter_one() => Law.Holds(Rides, series =>
    {
        int[] best = [.. BestEfforts.Power(series)?.Values ?? []];
        return best.SequenceEqual(best.OrderDescending());
    });

    [Fact]
    public void A_kilometre_within_a_run()
    {
        // 3 m/s for 500 s, 4 m/s for 250 s, 3 m/s for 500 s.
        var series = Samples.Of(Channel.Speed, [.. Enumerable.Repeat(3.0, 500), .. Enumerable.Repeat(4.0, 250), .. Enumerable.Repeat(3.0, 501)]);

        var best = BestEfforts.Times(series)!;

        Assert.Equal(["400", "1000"], best.Keys);
        Assert.Equal(100, best["400"]);
        Assert.Equal(250, best["1000"]);
    }

    [Fact]
    public void A_distance_that_starts_between_two_samples()
    {
        // 300 m in 100 s, 200 m in 40 s: the fastest 400 m are the last, from a third of the way through the first stretch.
        var series = Samples.At(Channel.Distance, (0, 0), (100, 300), (140, 500));

        Assert.Equal(Math.Round(140 - (100 / 3.0), 1), BestEfforts.Times(series)!["400"]);
    }

    [Fact]
    public void Each_time_is_what_trying_every_start_finds() => Law.Holds(
        from steps in (from time in Gen.Choose(1, 60) from metres in Gen.Choose(0, 400) select (time, metres)).NonEmptyListOf()
        select steps,
        steps =>
        {
            var (times, metres) = Way(steps);
            return DistanceWindow.Best(times, metres, 400) is { } best
                ? Math.Abs(best - ByBruteForce(times, metres, 400)) < 1e-6
                : metres[^1] < 400;
        });

    private static IEnumerable<(double, double)> Seconds(int from, int count) =>
        Enumerable.Range(from, count).Select(second => ((double)second, 600.0));

    private static MeasurementSeries Ride(IEnumerable<(int Step, int Watts)> rows)
    {
        var builder = new SeriesBuilder();
        var time = Samples.Start;
        foreach (var (step, watts) in rows)
        {
            builder.AddRow(time += step * 1000);
            builder.Set(Channel.Heartrate, 100);
            if (watts >= 0)
                builder.Set(Channel.Power, watts);
        }

        return builder.Build();
    }

    private static double[] EverySecond(MeasurementSeries series)
    {
        var held = HeldValue.Of(series, Channel.Power).ToArray();
        if (held.Length == 0)
            return [];
        var seconds = new double[held[^1].To - held[0].From];
        foreach (var value in held.Where(value => !double.IsNaN(value.Value)))
            Array.Fill(seconds, value.Value, (int)(value.From - held[0].From), (int)value.Seconds);
        return seconds;
    }

    private static double? ByBruteForce(double[] seconds, int duration) => seconds.Length < duration
        ? null
        : Enumerable.Range(0, seconds.Length - duration + 1).Max(start => seconds.AsSpan(start, duration).ToArray().Sum() / duration);

    private static (long[] Times, double[] Metres) Way(IEnumerable<(int Time, int Metres)> steps)
    {
        var (times, metres) = (new List<long> { 0 }, new List<double> { 0 });
        foreach (var (time, way) in steps)
        {
            times.Add(times[^1] + (time * 1000));
            metres.Add(metres[^1] + way);
        }

        return ([.. times], [.. metres]);
    }

    /// <summary>From every sample, and to every sample.</summary>
    private static double ByBruteForce(long[] times, double[] metres, double distance)
    {
        var best = double.PositiveInfinity;
        for (var row = 0; row < times.Length; row++)
        {
            if (metres[^1] - metres[row] >= distance)
                best = Math.Min(best, First(times, metres, metres[row] + distance) - times[row]);
            if (metres[row] >= distance)
                best = Math.Min(best, times[row] - Last(times, metres, metres[row] - distance));
        }

        return best / 1000;
    }

    private static double First(long[] times, double[] metres, double goal)
    {
        var row = Array.FindIndex(metres, at => at >= goal);
        return row == 0 ? times[0] : times[row - 1] + ((times[row] - times[row - 1]) * (goal - metres[row - 1]) / (metres[row] - metres[row - 1]));
    }

    private static double Last(long[] times, double[] metres, double goal)
    {
        var row = Array.FindLastIndex(metres, at => at <= goal);
        return times[row] + ((times[row + 1] - times[row]) * (goal - metres[row]) / (metres[row + 1] - metres[row]));
    }
}
