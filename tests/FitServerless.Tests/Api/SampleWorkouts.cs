using System.Globalization;

namespace FitServerless.Tests.Api;

/// <summary>Plausible workouts and measurements.</summary>
internal static class SampleWorkouts
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 30, 0, TimeSpan.Zero);

    public static object Ride(string localId, int day = 0, string? title = null, string? updatedAt = null, object[]? measurements = null) => new
    {
        localId,
        startedAt = Iso(Start.AddDays(day)),
        endedAt = Iso(Start.AddDays(day).AddHours(1)),
        durationSeconds = 3600,
        sportType = "Biking",
        title = title ?? $"Ride {day}",
        notes = "Headwind on the way back.",
        summary = new { avgPower = 201, feeling = "good" },
        updatedAt = updatedAt ?? Iso(Start.AddDays(day).AddHours(2)),
        measurements,
    };

    public static object Change(string action, object workout) =>
        workout.GetType().GetProperties().Where(property => property.GetValue(workout) is not null)
            .ToDictionary(property => property.Name, property => property.GetValue(workout))
            .Append(KeyValuePair.Create("action", (object?)action)).ToDictionary();

    public static object[] Measurements(int count, int from = 0, int step = 1) =>
    [
        .. Enumerable.Range(from, count).Select(i => (object)new
        {
            timestamp = Iso(Start.AddSeconds(i * step)),
            power = 180 + (i * 7919 % 41),
            heartrate = 120 + (i % 30),
            cadence = 80 + (i * 31 % 17),
        }),
    ];

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
