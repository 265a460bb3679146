using System.Text.Json;
using FitServerless.Exercises;
using FitServerless.Workouts;

namespace FitServerless.Coach.Training;

/// <summary>
/// Reads strength sets out of stored workouts. A workout's <c>summary</c> is the client's own; this is the shape that is understood, and
/// whatever else is there, or missing, is passed over:
/// <code>{"exercises": [{"exerciseId": "goblet-squat", "sets": [{"reps": 10, "weightKg": 16}]}]}</code>
/// <c>name</c> may stand for <c>exerciseId</c>, and <c>weight</c> for <c>weightKg</c>.
/// </summary>
public static class TrainingHistoryReader
{
    private const int MostExercises = 200;

    /// <summary>Whole sets of a person; more or heavier is a slip of the keyboard.</summary>
    private const int MostReps = 1_000;

    private const double MostKilograms = 500;

    public static TrainingHistory Read(IEnumerable<Workout> workouts) => new([.. workouts
        .Where(workout => workout.DeletedAt is null && workout.StartedAt is not null)
        .OrderByDescending(workout => workout.StartedAt)
        .SelectMany(Read)
        .Take(MostExercises)]);

    private static IEnumerable<PastExercise> Read(Workout workout) => Array(workout.Summary, "exercises")
        .Select(entry => Read(entry, workout.StartedAt!.Value))
        .OfType<PastExercise>();

    private static PastExercise? Read(JsonElement entry, DateTimeOffset at)
    {
        var exercise = ExerciseCatalogue.Find(Text(entry, "exerciseId")) ?? ExerciseCatalogue.Find(Text(entry, "name"));
        var sets = Array(entry, "sets").Select(ReadSet).OfType<PastSet>().ToList();
        return exercise is null || sets.Count == 0 ? null : new PastExercise(exercise.Id, at, sets);
    }

    private static PastSet? ReadSet(JsonElement set)
    {
        var load = Number(set, "weightKg") ?? Number(set, "weight");
        return Number(set, "reps") is >= 1 and <= MostReps and var reps
            ? new PastSet((int)reps, load is > 0 and <= MostKilograms ? load : null)
            : null;
    }

    private static JsonElement[] Array(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    private static string? Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;

    private static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;
}
