using FitServerless.Coach.Training;
using FitServerless.Exercises;

namespace FitServerless.Coach.Safety;

/// <summary>What holds for every suggestion of a workout, whoever made it.</summary>
internal static class TrainingGate
{
    private const int MostNotes = 16;

    /// <summary>Of the minutes asked for; a model may count them otherwise.</summary>
    private const double Overtime = 1.15;

    public static IEnumerable<GateFault> Check(TrainingSuggestion suggestion, TrainingBrief brief)
    {
        if (suggestion.Exercises is not { Count: >= 1 and <= VolumeLimits.Exercises } exercises || exercises.Any(exercise => exercise is null))
            return [new GateFault(GateRule.Bounds, "exercises", $"Are not 1 to {VolumeLimits.Exercises}.")];
        if (suggestion.WarmUp is not { Count: >= 1 and <= VolumeLimits.WarmUps } warmUp || warmUp.Any(exercise => exercise is null))
            return [new GateFault(GateRule.Bounds, "warmUp", $"Has not 1 to {VolumeLimits.WarmUps} exercises.")];
        if (suggestion.Notes is not { Count: <= MostNotes } notes)
            return [new GateFault(GateRule.Bounds, "notes", $"Are missing, or more than {MostNotes}.")];
        return warmUp.SelectMany((exercise, i) => Check(exercise, $"warmUp[{i}]", brief))
            .Concat(exercises.SelectMany((exercise, i) => Check(exercise, $"exercises[{i}]", brief)))
            .Concat(notes.SelectMany((note, i) => AnswerText.Check(note, $"notes[{i}]", AnswerText.LongestNote)))
            .Concat(CheckWhole(warmUp, exercises, brief));
    }

    private static IEnumerable<GateFault> Check(PlannedExercise planned, string where, TrainingBrief brief)
    {
        if (!IsBounded(planned))
        {
            yield return new GateFault(
                GateRule.Volume, where, $"Has sets, 1 to {VolumeLimits.Reps} repetitions, and rests of at most {VolumeLimits.Rest} s.");
            yield break;
        }

        if (planned.Sets > VolumeLimits.SetsOfExercise(brief.Level))
            yield return new GateFault(GateRule.Volume, $"{where}.sets", $"Are more than {VolumeLimits.SetsOfExercise(brief.Level)}.");
        foreach (var fault in CheckWords(planned, where))
            yield return fault;
        if (Find(planned) is not { } exercise)
            yield return new GateFault(GateRule.Exercise, where, "Is not in the catalogue, so nobody knows whom it suits.");
        else if (!brief.Allows(exercise))
            yield return new GateFault(GateRule.Exercise, where, "Is too hard, needs other equipment, or loads what is to be spared.");
        else if (!IsSafeLoad(planned.LoadKg, brief.History.Last(exercise.Id)?.LoadKg))
            yield return new GateFault(
                GateRule.Load, $"{where}.loadKg", $"Is more than {LoadSteps.LargestPercent} % above the last, or the last is not known.");
    }

    /// <summary>An id and a name of two exercises are neither.</summary>
    private static Exercise? Find(PlannedExercise planned)
    {
        var byName = ExerciseCatalogue.Find(planned.Name);
        return planned.ExerciseId is null || ExerciseCatalogue.Find(planned.ExerciseId) == byName ? byName : null;
    }

    private static bool IsBounded(PlannedExercise planned) =>
        planned is
        {
            Sets: >= 1,
            Reps: >= 1 and <= VolumeLimits.Reps,
            RestSeconds: >= 0 and <= VolumeLimits.Rest,
            HoldSeconds: null or (>= 1 and <= VolumeLimits.Hold),
        };

    private static IEnumerable<GateFault> CheckWords(PlannedExercise planned, string where) =>
        AnswerText.Check(planned.Name, $"{where}.name", AnswerText.LongestName)
            .Concat(planned.Intensity is { } intensity ? AnswerText.Check(intensity, $"{where}.intensity", AnswerText.LongestName) : []);

    private static bool IsSafeLoad(double? load, double? last) =>
        load is not { } kilograms || (last is { } before && kilograms > 0 && kilograms <= before * (1 + (LoadSteps.LargestPercent / 100)) + 1e-9);

    private static IEnumerable<GateFault> CheckWhole(
        IReadOnlyList<PlannedExercise> warmUp, IReadOnlyList<PlannedExercise> exercises, TrainingBrief brief)
    {
        if (exercises.Sum(exercise => (long)exercise.Sets) > VolumeLimits.SetsInAll(brief.Level))
            yield return new GateFault(GateRule.Volume, "exercises", $"Have more than {VolumeLimits.SetsInAll(brief.Level)} sets.");
        if (SessionTime.Minutes(warmUp.Concat(exercises)) > Math.Ceiling(brief.Minutes * Overtime))
            yield return new GateFault(GateRule.Volume, "minutes", $"Are more than {brief.Minutes}.");
    }
}
