using System.Globalization;

namespace FitServerless.Bench.Api;

/// <summary>Workouts of about 500 bytes, and an hour of samples at one a second (about 290 KB as JSON).</summary>
internal static class SampleRides
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly Random Noise = new(Seed: 1);
    private static readonly object[] Samples = [.. Enumerable.Range(0, 3600).Select(Sample)];

    private static int _count;

    public static IEnumerable<object> New(int count) => Enumerable.Range(0, count).Select(_ => Ride(Guid.NewGuid().ToString()));

    public static Dictionary<string, object> WithSamples() => new(Ride(Guid.NewGuid().ToString())) { ["measurements"] = Samples };

    public static Dictionary<string, object> Ride(string localId)
    {
        var number = Interlocked.Increment(ref _count);
        var start = Start.AddHours(number % 8000);
        return new()
        {
            ["action"] = "create",
            ["localId"] = localId,
            ["startedAt"] = Iso(start),
            ["endedAt"] = Iso(start.AddHours(1)),
            ["durationSeconds"] = 3600,
            ["sportType"] = "Biking",
            ["title"] = $"Ride {number}",
            ["notes"] = "Felt good, headwind on the way back.",
            ["summary"] = new
            {
                avgPower = 180 + (number % 60),
                maxPower = 612,
                normalizedPower = 201,
                avgHeartrate = 141,
                maxHeartrate = 178,
                avgCadence = 86,
                maxCadence = 118,
                distanceMeters = 31250.5,
                energyKj = 702,
            },
            ["updatedAt"] = Iso(TimeProvider.System.GetUtcNow()),
        };
    }

    /// <summary>Waves, and noise that no compression sees through.</summary>
    private static object Sample(int second) => new
    {
        timestamp = Iso(Start.AddSeconds(second)),
        power = 150 + (int)(80 * Math.Sin(second / 97.0)) + Noise.Next(41),
        heartrate = 120 + (int)(30 * Math.Sin(second / 331.0)) + Noise.Next(3),
        cadence = 80 + Noise.Next(17),
    };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
