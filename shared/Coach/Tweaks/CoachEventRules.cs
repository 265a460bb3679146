namespace FitServerless.Coach.Tweaks;

public static class CoachEventRules
{
    private const int MaxHistory = 200;
    private const int MaxName = 200;

    /// <summary>Messages by member, in snake_case; empty when the event is fine.</summary>
    public static Dictionary<string, string[]> Check(CoachEvent coachEvent)
    {
        var errors = new Dictionary<string, string[]>();
        Check(coachEvent.Event is CoachEvent.SkipSet or CoachEvent.CompleteWorkout or CoachEvent.StruggleSet, "event",
            $"{CoachEvent.SkipSet}, {CoachEvent.CompleteWorkout} or {CoachEvent.StruggleSet}.");
        Check(coachEvent.UserData is not { History.Count: > MaxHistory }, "user_data.history", $"At most {MaxHistory}.");
        Check(FreeText.IsFine(coachEvent.UserData?.Goals), "user_data.goals", FreeText.Message);
        if (coachEvent.Context is { } context)
            CheckContext(context);
        return errors;

        void CheckContext(EventContext context)
        {
            Check(context.Exercise is null or { Length: <= MaxName }, "context.exercise", $"At most {MaxName} characters.");
            Check(context.SetNumber is null or (>= 1 and <= 100), "context.set_number", "1 to 100.");
            Check(context.PlannedSets is null or (>= 1 and <= 100), "context.planned_sets", "1 to 100.");
            Check(context.CompletedSets is null or (>= 0 and <= 1_000), "context.completed_sets", "0 to 1000.");
            Check(context.PlannedReps is null or (>= 1 and <= 1_000), "context.planned_reps", "1 to 1000.");
            Check(context.CompletedReps is null or (>= 0 and <= 1_000), "context.completed_reps", "0 to 1000.");
            Check(context.RestTime is null or (>= 0 and <= 3_600), "context.rest_time", "0 to 3600.");
            Check(context.Weight is null or (>= 0 and <= 1_000), "context.weight", "0 to 1000.");
            Check(context.Rpe is null or (>= 0 and <= 10), "context.rpe", "0 to 10.");
        }

        void Check(bool valid, string member, string message)
        {
            if (!valid)
                errors[member] = [message];
        }
    }
}
