using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Activities made of a seed: any channels, gaps, laps and pauses, and values up to the bounds of what we take.</summary>
internal static class Recordings
{
    private static readonly DateTimeOffset Start = new(2026, 5, 3, 7, 15, 0, TimeSpan.Zero);

    public static ActivityFile FromSeed(int seed)
    {
        var random = new Random(seed);
        var samples = Samples(random);
        var first = DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[0]);
        var end = DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[^1]);
        return new ActivityFile
        {
            StartedAt = first,
            EndedAt = end,
            Sport = random.Next(3) switch { 0 => Sports.Biking, 1 => Sports.Running, _ => "Rowing" },
            Title = random.Next(2) == 0 ? null : "Up & <down> ]]> \u0001\uFFFF🚵",
            Notes = random.Next(2) == 0 ? null : "Fog\nand \"rain\"",
            Creator = random.Next(2) == 0 ? null : "Edge 530",
            Samples = samples,
            Laps = Laps(random, first, (end - first).TotalSeconds),
        };
    }

    private static MeasurementSeries Samples(Random random)
    {
        var channels = ChannelInfo.All.Where(info => info.Channel != Channel.Heartrate && random.Next(3) > 0).ToArray();
        var builder = new SeriesBuilder();
        var time = Start.AddSeconds(random.Next(100_000)).ToUnixTimeMilliseconds();
        var count = random.Next(1, 60);
        for (var row = 0; row < count; row++)
        {
            builder.AddRow(time);
            builder.Set(Channel.Heartrate, random.Next(30, 220));
            foreach (var info in channels.Where(_ => random.Next(8) > 0))
                builder.Set(info.Channel, Value(random, info));
            time += random.Next(10) switch { 0 => random.Next(60_000), 1 => 250, _ => 1000 } + 1;
        }

        return builder.Build();
    }

    private static double Value(Random random, ChannelInfo info) => random.Next(20) switch
    {
        0 => info.Min,
        1 => info.Max,
        _ => Decimals.Round(info.Min + (random.NextDouble() * (Math.Min(info.Max, 2000) - info.Min)), info.Decimals),
    };

    private static ActivityLap[] Laps(Random random, DateTimeOffset start, double seconds)
    {
        var count = random.Next(4);
        return [.. Enumerable.Range(0, count).Select(i => new ActivityLap
        {
            StartedAt = start.AddSeconds(Math.Floor(seconds / count * i)),
            Seconds = random.Next(1, 100_000) / 10.0,
            Distance = random.Next(2) == 0 ? null : random.Next(1, 1_000_000) / 100.0,
            Calories = random.Next(2) == 0 ? null : random.Next(1, 60_000),
            AvgHeartrate = 130,
            MaxHeartrate = random.Next(100, 200),
            AvgCadence = 85,
            AvgPower = random.Next(2) == 0 ? null : random.Next(1, 2_000),
            MaxPower = 900,
            MaxSpeed = 12.5,
        })];
    }
}
