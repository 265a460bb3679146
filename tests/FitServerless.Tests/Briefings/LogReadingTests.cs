using System.Text.Json;
using FitServerless.Briefings.Log;
using FitServerless.Briefings.Reports;
using FitServerless.Stats;

namespace FitServerless.Tests.Briefings;

/// <summary>How free documents are understood.</summary>
public sealed class LogReadingTests
{
    private static readonly LocalDays NewYork = LocalDays.In("America/New_York");
    private static readonly DateOnly Monday = BriefingWorld.Today;

    [Theory]
    [InlineData("""{"timestamp":"2026-06-01T10:00:00Z","data":{"minutes":420}}""", 420)]
    [InlineData("""{"timestamp":1780308000000,"hours":7.5}""", 450)]
    [InlineData("""{"timestamp":"2026-06-01T03:00:00Z","data":{"start":"2026-06-01T03:00:00Z","end":"2026-06-01T10:15:00Z"}}""", 435)]
    public void A_night_belongs_to_the_day_on_which_it_ended(string json, int minutes)
    {
        var night = Night.Read(JsonElement.Parse(json), NewYork);

        Assert.Equal((Monday, minutes), (night!.Day, night.Minutes));
    }

    [Theory]
    [InlineData("""{"timestamp":"2026-06-01T10:00:00Z"}""")]
    [InlineData("""{"timestamp":"2026-06-01T10:00:00Z","minutes":-5}""")]
    [InlineData("""{"timestamp":"2026-06-01T10:00:00Z","minutes":1e9}""")]
    [InlineData("""{"timestamp":"2026-06-01T10:00:00Z","minutes":"420"}""")]
    [InlineData("""{"minutes":420}""")]
    [InlineData("""{"start":"2026-06-02T03:00:00Z","end":"2026-06-01T10:15:00Z"}""")]
    [InlineData("[]")]
    [InlineData("7")]
    public void What_is_no_night_is_passed_over(string json) => Assert.Null(Night.Read(JsonElement.Parse(json), NewYork));

    [Theory]
    [InlineData("""{"schedule":[{"weekday":"Monday","title":"Run"}]}""", 1)]
    [InlineData("""{"schedule":[{"weekday":1,"title":"Run"},{"date":"2026-06-01","title":"Swim"},{"weekday":7,"title":"Rest"}]}""", 2)]
    [InlineData("""{"schedule":[{"date":"2026-06-08","title":"Run"},{"title":"Never"},7,null,{"weekday":"9"},{"weekday":0}]}""", 0)]
    [InlineData("""{"status":"paused","schedule":[{"weekday":"monday","title":"Run"}]}""", 0)]
    [InlineData("""{"schedule":"monday"}""", 0)]
    [InlineData("""[]""", 0)]
    public void A_plans_schedule_is_by_weekday_or_date(string plan, int planned) =>
        Assert.Equal(planned, PlanReader.Schedule(JsonElement.Parse(plan), [Monday]).Count());

    [Theory]
    [InlineData("""{"start":"2026-06-01T12:00:00Z"}""", false)]
    [InlineData("""{"start":"2026-06-01T12:00:00Z","end":"2026-06-01T13:00:00Z"}""", true)]
    [InlineData("""{"start":"2026-06-01T12:00:00Z","end":"2026-06-01T13:00:00Z","status":"planned"}""", false)]
    [InlineData("""{"start_time":"2026-06-01T12:00:00Z","status":"completed"}""", true)]
    public void A_session_is_done_when_it_says_so_or_has_ended(string session, bool isDone) =>
        Assert.Equal(isDone, new PlanReader(NewYork).Session(JsonElement.Parse(session))!.IsDone);

    [Fact]
    public void A_planned_session_is_done_by_a_workout_of_its_sport_and_each_workout_does_one()
    {
        PlannedSession[] planned = [new(Monday, "Anything"), new(Monday, "Run", "Running"), new(Monday, "Swim", "Swimming")];
        StatEntry[] workouts = [new() { StartedAt = default, Sport = "running", Seconds = 60 }];

        var plan = PlanFacts.Of(planned, workouts);

        Assert.Equal((3, 1), (plan.Planned, plan.Done));
        Assert.Equal(["Anything", "Swim"], plan.Missed.Select(session => session.Title));
    }
}
