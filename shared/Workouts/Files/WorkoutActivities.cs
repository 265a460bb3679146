using System.Text.Json;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

/// <summary>Workouts of activities and the other way round.</summary>
internal static class WorkoutActivities
{
    public static WorkoutEdit ToEdit(ActivityFile activity) => new()
    {
        StartedAt = activity.StartedAt,
        EndedAt = activity.EndedAt,
        DurationSeconds = Math.Clamp(Math.Round(WholeLap.SecondsOf(activity)), 0, WorkoutRules.MaxDurationSeconds),
        SportType = activity.Sport ?? Sports.Other,
        Title = activity.Title,
        Notes = activity.Notes,
        Summary = ToSummary(activity),
        Measurements = activity.Samples,
    };

    public static ActivityFile ToActivity(Workout workout, MeasurementSeries samples)
    {
        var notes = FromSummary(workout.Summary);
        var start = workout.StartedAt ?? throw new ArgumentException("A tombstone has no start.", nameof(workout));
        return new ActivityFile
        {
            StartedAt = start,
            EndedAt = EndOf(workout, start, samples),
            Sport = workout.SportType,
            Title = workout.Title,
            Notes = workout.Notes,
            Creator = notes.Device,
            Laps = notes.Laps ?? [],
            Pauses = notes.Pauses ?? [],
            Samples = samples,
            Totals = new ActivityTotals
            {
                TimerSeconds = workout.DurationSeconds,
                Distance = notes.Distance,
                Calories = (int?)notes.Calories,
                Ascent = (int?)notes.Ascent,
            },
        };
    }

    private static DateTimeOffset EndOf(Workout workout, DateTimeOffset start, MeasurementSeries samples)
    {
        var end = workout.EndedAt ?? start.AddSeconds(workout.DurationSeconds ?? 0);
        var last = samples.Count > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[^1]) : start;
        return last > end ? last : end;
    }

    /// <summary>Where all of it is too much for a summary (some 100 laps), first the pauses are left out, then the laps.</summary>
    private static JsonElement ToSummary(ActivityFile activity)
    {
        var notes = new ActivityNotes
        {
            Distance = activity.Totals.Distance is { } metres ? Math.Round(metres, 1) : null,
            Calories = activity.Totals.Calories,
            Ascent = activity.Totals.Ascent,
            Device = activity.Creator,
            Laps = activity.Laps.Count > 1 ? activity.Laps : null,
            Pauses = activity.Pauses.Count > 0 ? activity.Pauses : null,
        };
        ActivityNotes[] shorter = [notes, notes with { Pauses = null }];
        foreach (var candidate in shorter)
        {
            if (JsonSerializer.SerializeToUtf8Bytes(candidate, FileJson.Default.ActivityNotes).Length <= WorkoutRules.MaxSummary)
                return JsonSerializer.SerializeToElement(candidate, FileJson.Default.ActivityNotes);
        }

        return JsonSerializer.SerializeToElement(notes with { Pauses = null, Laps = null }, FileJson.Default.ActivityNotes);
    }

    /// <summary>Summaries are free JSON: a client may have its own idea of laps.</summary>
    private static ActivityNotes FromSummary(JsonElement? summary)
    {
        try
        {
            return summary?.Deserialize(FileJson.Default.ActivityNotes) ?? new ActivityNotes();
        }
        catch (JsonException)
        {
            return new ActivityNotes();
        }
    }
}
