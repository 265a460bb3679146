using FitServerless.Coach.Meals;
using FitServerless.Coach.Training;
using FitServerless.Coach.Tweaks;

namespace FitServerless.Coach.Safety;

/// <summary>The one way out: every answer of the coach passes here, a model's and the rules' own. What has no fault is safe to send.</summary>
public static class CoachGate
{
    public static IReadOnlyList<GateFault> Check(MealSuggestion suggestion, MealBrief brief) => [.. MealGate.Check(suggestion, brief)];

    public static IReadOnlyList<GateFault> Check(TrainingSuggestion suggestion, TrainingBrief brief) => [.. TrainingGate.Check(suggestion, brief)];

    public static IReadOnlyList<GateFault> Check(Tweak tweak, CoachEvent coachEvent) => [.. TweakGate.Check(tweak, coachEvent)];

    /// <summary>A turn of a conversation.</summary>
    public static IReadOnlyList<GateFault> CheckReply(string reply) =>
        [.. AnswerText.Check(reply, "reply", AnswerText.LongestReply), .. UnsafeAdvice.Check(reply, "reply")];
}
