using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Stats;

/// <summary>
/// Reads list items of workouts. Summaries are free JSON, encrypted perhaps: what is not there as a plausible number counts as nothing.
/// </summary>
internal static class StatEntries
{
    /// <summary><c>null</c> for a workout that does not tell when it was.</summary>
    public static StatEntry? Read(StoredJson item)
    {
        using var json = JsonDocument.Parse(item.ToUtf8());
        var workout = json.RootElement;
        if (!workout.TryGetProperty("startedAt", out var start) || start.ValueKind != JsonValueKind.String
            || !start.TryGetDateTimeOffset(out var startedAt))
            return null;
        var summary = workout.TryGetProperty("summary", out var value) ? value : default;
        var moving = Whole(summary, "movingSeconds", 1_000_000_000);
        return new StatEntry
        {
            StartedAt = startedAt,
            Sport = workout.TryGetProperty("sportType", out var sport) && sport.ValueKind == JsonValueKind.String ? sport.GetString()! : "Other",
            Seconds = Whole(workout, "durationSeconds", 1_000_000_000) ?? moving ?? 0,
            Distance = Number(summary, "distance", 100_000_000) ?? 0,
            Ascent = Whole(summary, "ascent", 1_000_000) ?? 0,
            Calories = Whole(summary, "calories", 1_000_000) ?? 0,
            Load = Number(summary, "load", 10_000),
            MovingSeconds = moving,
            NormalizedPower = Whole(summary, "normalizedPower", 10_000),
            BestTwentyMinutes = summary.ValueKind == JsonValueKind.Object && summary.TryGetProperty("bestPower", out var best)
                ? Whole(best, "1200", 10_000) : null,
            AvgHeartrate = Whole(summary, "avgHeartrate", 300),
            MaxHeartrate = Whole(summary, "maxHeartrate", 300),
        };
    }

    private static int? Whole(JsonElement members, string name, double max) => (int?)Number(members, name, max);

    private static double? Number(JsonElement members, string name, double max) =>
        members.ValueKind == JsonValueKind.Object && members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.GetDouble() is var number && number >= 0 && number <= max
            ? number
            : null;
}
