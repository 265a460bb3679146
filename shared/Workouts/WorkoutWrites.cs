using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>Lays a workout's next version out for the store.</summary>
internal static class WorkoutWrites
{
    /// <param name="samples">All of its samples; <c>null</c> leaves the stored ones.</param>
    /// <param name="thresholds">What the samples are weighed against.</param>
    /// <param name="result">Holds unless the workout is refused.</param>
    public static Decision TryPut(
        StoredDocument? replaced,
        Workout workout,
        MeasurementSeries? samples,
        Thresholds thresholds,
        string contentHash,
        ChangeResult result,
        bool tellsCurrent)
    {
        var version = replaced?.State.Version ?? 0;
        // Two edits that are fine may not be fine together.
        if (workout.EndedAt < workout.StartedAt)
            return new Decision.Keep(WorkoutProblems.EndsBeforeStart(version));
        if (samples is { Count: > MeasurementSeries.MaxRows })
            return new Decision.Keep(WorkoutProblems.TooManySamples(version));
        var encoded = samples is null ? null : EncodedSeries.Of(samples, thresholds);
        if (encoded?.Bytes.Length > BatchLimits.SampleBytes)
            return new Decision.Keep(WorkoutProblems.SamplesTooLarge(version));
        return new Decision.Write(Put(replaced, workout, encoded, contentHash), result, tellsCurrent);
    }

    /// <summary>A tombstone: it leaves the list and keeps its samples, in case a later edit brings the workout back.</summary>
    public static DocumentWrite Bury(StoredDocument replaced, Workout tombstone) => new()
    {
        Key = new DocumentKey(Workout.Collection, tombstone.Id),
        Replaces = replaced,
        State = replaced.State with
        {
            Version = tombstone.Version,
            UpdatedAt = tombstone.UpdatedAt,
            Deleted = true,
            ListedAt = null,
            ContentHash = "",
            Past = replaced.State.Past with { Maker = null },
        },
        Body = WorkoutBody.Whole(tombstone),
    };

    private static DocumentWrite Put(StoredDocument? replaced, Workout workout, EncodedSeries? samples, string contentHash)
    {
        var before = WorkoutFacts.Parse(replaced?.State.Note);
        var facts = new WorkoutFacts
        {
            Samples = samples is null ? before.Samples : samples.Summary,
            Effort = samples is null ? before.Effort : samples.Effort,
            OneRepMax = StrengthSets.OneRepMaxes(workout.Summary),
            // Who encrypts a workout wants no copy of it told of in the clear.
            Original = workout.IsEncrypted ? null : workout.Original ?? before.Original,
        };
        workout = workout with
        {
            MeasurementCount = facts.Samples is { Count: > 0 } ? facts.Samples.Count : null,
            Summary = workout.IsEncrypted ? null : WorkoutSummary.Fill(workout.Summary, facts, before),
            Original = facts.Original,
        };
        return Lay(replaced, workout, facts, samples?.Bytes, contentHash);
    }

    /// <param name="samples">Encoded; <c>null</c> leaves the stored ones, empty removes them.</param>
    public static DocumentWrite Lay(StoredDocument? replaced, Workout workout, WorkoutFacts facts, byte[]? samples, string contentHash) => new()
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
            Past = (replaced?.State.Past ?? DocumentPast.None) with { Maker = null },
        },
        Body = WorkoutBody.Whole(workout),
        Summary = WorkoutBody.ListItem(workout),
        ListTag = workout.SportType,
        Samples = samples,
    };
}
