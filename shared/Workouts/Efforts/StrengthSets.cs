using System.Text.Json;

namespace FitServerless.Workouts.Efforts;

/// <summary>
/// The sets of a strength workout, where its summary has them:
/// <c>"sets": [{"exercise": "Squat", "reps": 5, "weight": 100}, …]</c>, weight in kg. A free-form summary: what looks different is passed over.
/// </summary>
internal static class StrengthSets
{
    private const int MaxSets = 1_000;
    private const int MaxExercises = 50;
    private const int MaxName = 100;
    private const double MaxWeight = 1_000;

    /// <summary>The best estimate of each exercise, in kg; <c>null</c> for none.</summary>
    public static IReadOnlyDictionary<string, double>? OneRepMaxes(JsonElement? summary)
    {
        if (summary is not { ValueKind: JsonValueKind.Object } members
            || !members.TryGetProperty("sets", out var sets) || sets.ValueKind != JsonValueKind.Array)
            return null;
        var best = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var set in sets.EnumerateArray().Take(MaxSets))
        {
            if (Read(set) is not (var exercise, { } kilograms) || (best.Count == MaxExercises && !best.ContainsKey(exercise)))
                continue;
            best[exercise] = Math.Max(best.GetValueOrDefault(exercise), Math.Round(kilograms, 1));
        }

        return best.Count > 0 ? best : null;
    }

    private static (string Exercise, double? Kilograms)? Read(JsonElement set)
    {
        if (set.ValueKind != JsonValueKind.Object
            || !set.TryGetProperty("exercise", out var exercise) || exercise.ValueKind != JsonValueKind.String
            || !set.TryGetProperty("reps", out var reps) || reps.ValueKind != JsonValueKind.Number || !reps.TryGetInt32(out var count)
            || !set.TryGetProperty("weight", out var weight) || weight.ValueKind != JsonValueKind.Number
                || weight.GetDouble() is not (> 0 and <= MaxWeight and var kilograms))
            return null;
        var name = exercise.GetString()!;
        return name.Length is > 0 and <= MaxName ? (name, OneRepMax.Of(kilograms, count)) : null;
    }
}
