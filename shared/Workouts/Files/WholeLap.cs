using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

/// <summary>TCX and FIT have no activity without a lap: one that was recorded without is a single lap.</summary>
internal static class WholeLap
{
    public static IReadOnlyList<ActivityLap> LapsOf(ActivityFile activity) => activity.Laps.Count > 0 ? activity.Laps : [Of(activity)];

    public static double SecondsOf(ActivityFile activity) => activity.Totals.TimerSeconds
        ?? Math.Max(0, Seconds(activity.StartedAt, activity.EndedAt) - activity.Pauses.Sum(pause => Seconds(pause.From, pause.To)));

    private static double Seconds(DateTimeOffset from, DateTimeOffset to) => (to - from).TotalSeconds;

    private static ActivityLap Of(ActivityFile activity)
    {
        var summary = SeriesSummary.Of(activity.Samples);
        return new ActivityLap
        {
            StartedAt = activity.StartedAt,
            Seconds = SecondsOf(activity),
            Distance = activity.Totals.Distance ?? summary.Distance,
            Calories = activity.Totals.Calories ?? summary.Calories,
            AvgHeartrate = summary.AvgHeartrate,
            MaxHeartrate = summary.MaxHeartrate,
            AvgCadence = summary.AvgCadence,
            AvgPower = summary.AvgPower,
            MaxPower = summary.MaxPower,
            MaxSpeed = Max(activity.Samples[Channel.Speed]),
        };
    }

    private static double? Max(ReadOnlySpan<double> values)
    {
        var max = double.NaN;
        foreach (var value in values)
            max = double.MaxNumber(max, value);
        return double.IsNaN(max) ? null : max;
    }
}
