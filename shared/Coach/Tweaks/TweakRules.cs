using FitServerless.Coach.Safety;
using FitServerless.Coach.Training;
using FitServerless.Exercises;

namespace FitServerless.Coach.Tweaks;

/// <summary>Adjusts a workout as it goes on, without a model.</summary>
public static class TweakRules
{
    /// <summary>Seconds; ACSM 2009 (<see href="https://doi.org/10.1249/MSS.0b013e3181915670"/>) has no use for longer rests.</summary>
    public const int LongestRest = 300;

    /// <summary>Of the same kind in the history, from which it is no accident.</summary>
    private const int Habit = 2;

    /// <summary>Rated harder than this (of 10), a workout is not made harder.</summary>
    private const double HardestToProgress = 8.5;

    /// <param name="coachEvent">Checked by <see cref="CoachEventRules"/>.</param>
    public static Tweak Suggest(CoachEvent coachEvent)
    {
        var context = coachEvent.Context ?? new EventContext();
        var level = FitnessLevels.OrBeginner(coachEvent.UserData?.FitnessLevel);
        return coachEvent.Event switch
        {
            CoachEvent.SkipSet => AfterSkip(context, level, IsHabit(coachEvent)),
            CoachEvent.StruggleSet => AfterStruggle(context, level, IsHabit(coachEvent)),
            _ => AfterWorkout(context, level, coachEvent.UserData),
        };
    }

    private static Tweak AfterSkip(EventContext context, FitnessLevel level, bool again)
    {
        var modifications = new TweakModifications(
            Sets: SetsLeft(context) ? -1 : null,
            RestTime: MoreRest(context, level switch { FitnessLevel.Beginner => 45, FitnessLevel.Intermediate => 30, _ => 15 }),
            WeightPercent: again ? -5 : null);
        return again
            ? new Tweak(
                TweakActions.ReduceLoad, "Sets were skipped more than once - reducing volume and load so that the rest goes well", modifications)
            : new Tweak(TweakActions.ReduceVolume, "User skipped a set - reducing volume to prevent overtraining", modifications);
    }

    private static Tweak AfterStruggle(EventContext context, FitnessLevel level, bool again)
    {
        var rest = MoreRest(context, level == FitnessLevel.Advanced ? 60 : 45);
        if (context is { PlannedReps: { } planned, CompletedReps: { } done })
        {
            if (done >= planned && !again)
                return new Tweak(
                    TweakActions.ExtendRest, "All repetitions were done, and it was hard - resting longer before the next set", new(RestTime: rest));
            var fewer = Math.Max(done, MinimumReps.Of(planned)) - planned;
            if (done >= MinimumReps.Of(planned) && !again)
                return new Tweak(
                    TweakActions.ReduceVolume,
                    "The set was a struggle - a little fewer repetitions and more rest",
                    new(Reps: fewer < 0 ? fewer : null, RestTime: rest));
            var lighter = again || 2 * done < planned ? -10 : -5;
            return new Tweak(
                TweakActions.ReduceLoad,
                "The set was well short of its plan - a lighter load keeps the form good",
                new(Reps: fewer < 0 ? fewer : null, RestTime: rest, WeightPercent: lighter));
        }

        return new Tweak(
            TweakActions.ReduceLoad,
            "The set was a struggle - a lighter load and more rest keep the form good",
            new(RestTime: rest, WeightPercent: again ? -10 : -5));
    }

    private static Tweak AfterWorkout(EventContext context, FitnessLevel level, EventUserData? user)
    {
        if (context.Rpe > HardestToProgress || context.CompletedReps < context.PlannedReps || context.CompletedSets < context.PlannedSets)
            return new Tweak(TweakActions.Maintain, "Good work - the same once more before it gets harder", new());
        if (HadTrouble(user?.History))
            return new Tweak(TweakActions.Maintain, "Workout completed after some hard sets - keeping the plan until it feels steady", new());
        return WantsLoad(user?.Goals) && context.Weight is not <= 0
            ? new Tweak(TweakActions.Progress, "Workout completed - a small step up in load", new(WeightPercent: LoadSteps.Percent(level)))
            : new Tweak(TweakActions.Progress, "Workout completed - one more repetition in each set", new(Reps: 1));
    }

    private static bool WantsLoad(string? goals) =>
        GoalWords.Training(goals) is TrainingGoal.Strength or TrainingGoal.Muscle or TrainingGoal.General;

    /// <summary>Since the workout before.</summary>
    private static bool HadTrouble(IReadOnlyList<PastEvent>? history) => history?.Reverse()
        .TakeWhile(past => past?.Event != CoachEvent.CompleteWorkout)
        .Any(past => past?.Event is CoachEvent.SkipSet or CoachEvent.StruggleSet) == true;

    /// <summary>Of the same exercise, where the client names exercises.</summary>
    private static bool IsHabit(CoachEvent coachEvent) => coachEvent.UserData?.History?.Count(past => past?.Event == coachEvent.Event
        && (past?.Exercise is not { } exercise || coachEvent.Context?.Exercise is not { } current || exercise == current)) >= Habit;

    /// <summary>An exercise keeps one set.</summary>
    private static bool SetsLeft(EventContext context) => context.PlannedSets is not <= 1;

    private static int? MoreRest(EventContext context, int seconds) =>
        Math.Min(seconds, LongestRest - (context.RestTime ?? 0)) is > 0 and var more ? more : null;
}
