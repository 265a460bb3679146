using FitServerless.Briefings.Log;
using FitServerless.Briefings.Reports;
using FitServerless.Stats;

namespace FitServerless.Briefings.Advice;

/// <summary>What one piece of advice for a day is drawn from. Titles of sessions are the person's own words, and stand here as values.</summary>
/// <param name="DaysSinceWorkout"><c>null</c> for somebody without one.</param>
internal sealed record AdviceBrief(
    string Personality,
    DateOnly Day,
    SleepFacts? Sleep,
    LoadFacts? Load,
    StreakOfDays? Streak,
    Totals? Yesterday,
    IReadOnlyList<PlannedSession>? Today,
    int? DaysSinceWorkout)
{
    public static AdviceBrief Of(string personality, PersonLog log, BriefingData data) => new(
        personality,
        log.Today,
        data.Sleep,
        data.Load,
        data.Streak,
        data.Yesterday,
        data.Today,
        log.TrainedDays().Where(day => day < log.Today).Select(day => (int?)(log.Today.DayNumber - day.DayNumber)).Min());
}
