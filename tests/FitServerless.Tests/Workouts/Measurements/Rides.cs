using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

/// <summary>An hour of power, heart rate and cadence, one sample a second.</summary>
internal static class Rides
{
    private const int Seconds = 3600;

    /// <summary>The samples that the benchmark uploads to this service and to its peers.</summary>
    public static MeasurementSeries Benchmark() => Make(i => (
        150 + Math.Floor((80 * Math.Sin(i / 97.0)) + (i * 7919 % 41) + 0.5),
        120 + Math.Floor((30 * Math.Sin(i / 331.0)) + 0.5) + (i % 3),
        80 + (i * 31 % 17)));

    /// <summary>
    /// A rider's: efforts of minutes, power that strays about a tenth of its value from second to second, a heart that follows it with half a minute's
    /// delay, a cadence that wanders by one.
    /// </summary>
    public static MeasurementSeries Noisy(int seed)
    {
        var random = new Random(seed);
        double effort = 180, heart = 110, cadence = 85;
        return Make(i =>
        {
            if (i % 240 == 0)
                effort = 140 + random.Next(120);
            var power = effort * (1 + (0.10 * Gaussian(random)));
            heart += ((90 + (power * 0.3)) - heart) / 30;
            cadence = Math.Clamp(cadence + random.Next(-1, 2), 75, 100);
            return (Math.Round(power), Math.Round(heart), cadence);
        });
    }

    private static MeasurementSeries Make(Func<int, (double Power, double Heartrate, double Cadence)> sample)
    {
        var builder = new SeriesBuilder(Seconds);
        for (var i = 0; i < Seconds; i++)
        {
            var (power, heartrate, cadence) = sample(i);
            builder.AddRow(Samples.Start + (i * 1000));
            builder.Set(Channel.Power, power);
            builder.Set(Channel.Heartrate, heartrate);
            builder.Set(Channel.Cadence, cadence);
        }

        return builder.Build();
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
