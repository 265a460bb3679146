using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>Lays a workout's next version out for the store.</summary>
internal static class WorkoutWrites
{
    /// <param name="samples">All of its samples; <c>null</c> leaves the stored ones.</param>
    public static DocumentWrite Put(DocumentState? replaced, Workout workout, EncodedSeries? samples, string contentHash)
    {
        var before = WorkoutFacts.Parse(replaced?.Note);
        var facts = new WorkoutFacts
        {
            Samples = samples is null ? before.Samples : samples.Summary,
            Effort = samples is null ? before.Effort : samples.Effort,
            OneRepMax = StrengthSets.OneRepMaxes(workout.Summary),
            Original = workout.Original ?? before.Original,
        };
        workout = workout with
        {
            MeasurementCount = facts.Samples is { Count: > 0 } ? facts.Samples.Count : null,
            Summary = WorkoutSummary.Fill(workout.Summary, facts, before),
            Original = facts.Original,
        };
        return new DocumentWrite
        {
            Key = new DocumentKey(Workout.Collection, workout.Id),
            Replaces = replaced,
            State = new DocumentState
            {
                Version = workout.Version,
                UpdatedAt = workout.UpdatedAt,
                ListedAt = workout.StartedAt,
                ContentHash = contentHash,
                Note = facts.ToNote(),
            },
            Body = WorkoutBody.Whole(workout),
            Summary = WorkoutBody.ListItem(workout),
            ListTag = workout.SportType,
            Samples = samples?.Bytes,
        };
    }

    /// <summary>A tombstone: it leaves the list and keeps its samples, in case a later edit brings the workout back.</summary>
    public static DocumentWrite Bury(DocumentState replaced, Workout tombstone) => new()
    {
        Key = new DocumentKey(Workout.Collection, tombstone.Id),
        Replaces = replaced,
        State = replaced with
        {
            Version = tombstone.Version,
            UpdatedAt = tombstone.UpdatedAt,
            Deleted = true,
            ListedAt = null,
            ContentHash = "",
        },
        Body = WorkoutBody.Whole(tombstone),
    };
}
