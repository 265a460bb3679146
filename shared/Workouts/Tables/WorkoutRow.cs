using System.Globalization;
using System.Text.Json;

namespace FitServerless.Workouts.Tables;

/// <summary>The columns of a table of workouts, and what a workout has in each; empty for nothing.</summary>
internal static class WorkoutRow
{
    private static readonly (string Name, Func<Workout, string?> Read)[] Columns =
    [
        ("id", workout => workout.Id),
        ("startedAt", workout => Text(workout.StartedAt)),
        ("endedAt", workout => Text(workout.EndedAt)),
        ("sport", workout => workout.IsEncrypted ? null : workout.SportType),
        ("title", workout => workout.Title),
        ("notes", workout => workout.Notes),
        ("durationSeconds", workout => Text(workout.DurationSeconds ?? (workout.EndedAt - workout.StartedAt)?.TotalSeconds)),
        ("movingSeconds", workout => Number(workout, "movingSeconds")),
        ("distanceMetres", workout => Number(workout, "distance")),
        ("ascentMetres", workout => Number(workout, "ascent")),
        ("avgPower", workout => Number(workout, "avgPower")),
        ("maxPower", workout => Number(workout, "maxPower")),
        ("normalizedPower", workout => Number(workout, "normalizedPower")),
        ("avgHeartrate", workout => Number(workout, "avgHeartrate")),
        ("maxHeartrate", workout => Number(workout, "maxHeartrate")),
        ("avgCadence", workout => Number(workout, "avgCadence")),
        ("calories", workout => Number(workout, "calories")),
        ("load", workout => Number(workout, "load")),
        ("measurements", workout => Text(workout.MeasurementCount)),
        ("encrypted", workout => workout.IsEncrypted ? "yes" : null),
    ];

    public static IEnumerable<string> Names => Columns.Select(column => column.Name);

    public static IEnumerable<string?> Read(Workout workout) => Columns.Select(column => column.Read(workout));

    /// <summary>A member of the summary, which is free-form: what is no number stays out.</summary>
    private static string? Number(Workout workout, string member) =>
        workout.Summary is { ValueKind: JsonValueKind.Object } summary && summary.TryGetProperty(member, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
                ? Text(number)
                : null;

    private static string? Text(double? number) => number?.ToString("0.###", CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
