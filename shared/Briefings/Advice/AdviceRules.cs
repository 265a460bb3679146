using FitServerless.Briefings.Reports;

namespace FitServerless.Briefings.Advice;

/// <summary>
/// One piece of advice for a day; the first that applies: sleep and fatigue come before plans. None of the person's own words are in it.
/// </summary>
internal static class AdviceRules
{
    private const int ShortNight = 6 * 60;
    private const int LongStreak = 6;

    /// <summary>Form this far below nothing is more than a hard week leaves behind; a rule of thumb.</summary>
    private const double DeepFatigue = -20;

    public static string Advise(AdviceBrief brief) => brief switch
    {
        { Sleep.Minutes: < ShortNight } =>
            "after a short night keep it easy: 20 to 30 minutes at a pace at which you can talk, or a walk, and an early night.",
        { Load.Form: < DeepFatigue } =>
            "your fatigue is well ahead of your fitness, so let today be easy or free; the training of the last days needs the room to work.",
        { Streak.Current: >= LongStreak } =>
            $"{brief.Streak.Current} days on end are plenty; take today off, or make it mobility and a walk.",
        { Today: { Count: > 0 } planned } =>
            planned.Count == 1 ? "do the session that is planned, and stop while it still feels good."
                : "do the first of the planned sessions before anything else can come between.",
        { DaysSinceWorkout: null } =>
            "start with 20 easy minutes of something you like, and log them.",
        { DaysSinceWorkout: >= 3 and var days } =>
            $"after {days} days without a workout begin with 20 to 30 easy minutes; the rhythm matters more than the speed.",
        { Yesterday: not null } =>
            "train something else than yesterday, 30 to 45 minutes, so that what worked hard can recover.",
        _ => "a session of 30 to 45 minutes fits well today; the last five minutes may be brisk.",
    };

    public static string Of(AdviceBrief brief) => Manner.Advise(brief.Personality, Advise(brief));
}
