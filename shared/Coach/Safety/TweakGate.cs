using FitServerless.Coach.Training;
using FitServerless.Coach.Tweaks;

namespace FitServerless.Coach.Safety;

/// <summary>What holds for every adjustment of a workout, whoever made it.</summary>
internal static class TweakGate
{
    private const int MostSets = 2;
    private const int MostReps = 5;

    /// <summary>A lighter load is never dangerous, but half of it is another exercise.</summary>
    private const double LargestRelief = 50;

    public static IEnumerable<GateFault> Check(Tweak tweak, CoachEvent coachEvent)
    {
        if (!TweakActions.All.Contains(tweak.Action))
            yield return new GateFault(GateRule.Bounds, "action", $"Is none of {string.Join(", ", TweakActions.All)}.");
        foreach (var fault in AnswerText.Check(tweak.Reason, "reason", AnswerText.LongestNote))
            yield return fault;
        foreach (var fault in CheckModifications(tweak.Modifications ?? new(), coachEvent.Context ?? new()))
            yield return fault;
    }

    private static IEnumerable<GateFault> CheckModifications(TweakModifications change, EventContext context)
    {
        if (change.Sets is < -MostSets or > 1 || context.PlannedSets + change.Sets < 1)
            yield return new GateFault(GateRule.Volume, "modifications.sets", $"Is not {-MostSets} to 1, or leaves no set.");
        if (change.Reps is > MostReps)
            yield return new GateFault(GateRule.Volume, "modifications.reps", $"Adds more than {MostReps}.");
        if (change.Reps < 0 && !KeepsMinimum(change.Reps.Value, context.PlannedReps))
            yield return new GateFault(GateRule.MinimumReps, "modifications.reps", "Goes below 80 % of the planned repetitions.");
        if (change.RestTime is < -60 or > TweakRules.LongestRest || context.RestTime + change.RestTime < 0)
            yield return new GateFault(
                GateRule.Bounds, "modifications.rest_time", $"Is not -60 to {TweakRules.LongestRest}, or leaves less than none.");
        if (change.WeightPercent is { } percent && percent is not (>= -LargestRelief and <= LoadSteps.LargestPercent))
            yield return new GateFault(GateRule.Load, "modifications.weight_percent", $"Is not {-LargestRelief} to {LoadSteps.LargestPercent}.");
    }

    /// <summary>Of a plan that nobody told, nothing may be taken.</summary>
    private static bool KeepsMinimum(int change, int? planned) => planned is { } reps && reps + (long)change >= MinimumReps.Of(reps);
}
