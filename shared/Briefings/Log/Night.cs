using System.Text.Json;
using FitServerless.Stats;

namespace FitServerless.Briefings.Log;

/// <summary>A night's sleep.</summary>
/// <param name="Day">The person's own day on which it ended.</param>
/// <param name="Score">0 to 100, by whatever measured it.</param>
internal sealed record Night(DateOnly Day, int Minutes, int? Score)
{
    private const int MostMinutes = 24 * 60;

    /// <summary>
    /// From a document of <c>fitnessData</c>, its members at the top or within <c>data</c>: <c>start</c> and <c>end</c>, or <c>minutes</c>, or
    /// <c>hours</c>. Without an end, the time of the measurement counts, which devices take in the morning.
    /// </summary>
    public static Night? Read(JsonElement measurement, LocalDays days)
    {
        var inner = measurement.Find("data") ?? measurement;
        var (start, end) = (inner.Time("start", "startedAt", "bedTime"), inner.Time("end", "endedAt", "wakeTime"));
        if ((end ?? measurement.Time("timestamp")) is not { } woke)
            return null;
        var minutes = inner.Number(MostMinutes, "minutes", "durationMinutes")
            ?? (inner.Number(24, "hours", "durationHours") * 60)
            ?? (end - start)?.TotalMinutes;
        return minutes is > 0 and <= MostMinutes
            ? new Night(days.Of(woke), (int)Math.Round(minutes.Value), (int?)inner.Number(100, "score", "quality"))
            : null;
    }
}
