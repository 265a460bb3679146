using FitServerless.Local.Cli.Training;

namespace FitServerless.Local.Tests.Cli;

public sealed class TrainingPlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Eight_weeks_hold_rides_and_runs_of_a_keen_amateur()
    {
        var sessions = TrainingPlan.Between(Today.AddDays(-56), Today).ToList();

        Assert.InRange(sessions.Count(session => session.IsRide), 16, 24);
        Assert.InRange(sessions.Count(session => !session.IsRide), 12, 24);
    }

    [Fact]
    public void A_day_holds_the_same_workout_whenever_it_is_made()
    {
        var thisWeek = Changes(Today.AddDays(-7), Today);
        var thisMonth = Changes(Today.AddDays(-28), Today);

        Assert.Equal(thisWeek, thisMonth.TakeLast(thisWeek.Count));
        Assert.Distinct(thisMonth.Select(change => change.LocalId));
    }

    private static List<WorkoutChange> Changes(DateOnly from, DateOnly to) =>
        [.. TrainingPlan.Between(from, to).Select(session => session.ToChange(withSamples: false))];
}
