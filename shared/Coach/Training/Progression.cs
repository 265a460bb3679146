namespace FitServerless.Coach.Training;

/// <summary>What to do after what was done last.</summary>
internal static class Progression
{
    /// <summary>Kilograms; the smallest plates.</summary>
    private const double SmallestStep = 0.5;

    /// <summary>Strength lasts about so long without training.</summary>
    private static readonly TimeSpan LongBreak = TimeSpan.FromDays(21);

    /// <summary>
    /// A heavier load once every set had at least one repetition more than planned; the same otherwise, and a lighter one where sets fell short
    /// of the 80 % or after a long break.
    /// </summary>
    public static PlannedExercise Apply(PlannedExercise planned, TrainingBrief brief, DateTimeOffset now)
    {
        if (planned.HoldSeconds is not null || brief.History.Last(planned.ExerciseId!) is not { } last)
            return planned;
        if (last.LoadKg is not { } load)
            return planned with { Reps = NextReps(planned.Reps, last.Reps) };
        if (now - last.At > LongBreak)
            return planned with { LoadKg = Round(load * 0.9) };
        if (last.Reps < Safety.MinimumReps.Of(planned.Reps))
            return planned with { LoadKg = Round(load * 0.95) };
        return planned with { LoadKg = last.Reps > planned.Reps ? Heavier(load, LoadSteps.Percent(brief.Level)) : load };
    }

    /// <summary>Without a load the repetitions grow, one at a time.</summary>
    private static int NextReps(int planned, int last) => last < planned ? planned : Math.Min(last + 1, Math.Max(planned, 20));

    /// <summary>At least a plate more; not at all where the smallest plate would be more than 10 %.</summary>
    private static double Heavier(double load, double percent)
    {
        var next = Math.Max(Round(load * (1 + (percent / 100))), Round(load + SmallestStep));
        return next <= load * (1 + (LoadSteps.LargestPercent / 100)) ? next : load;
    }

    private static double Round(double load) => Math.Floor(load / SmallestStep) * SmallestStep is > 0 and var rounded ? rounded : load;
}
