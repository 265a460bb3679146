using System.Text.Json;
using FitServerless.Coach.Safety;
using FitServerless.Coach.Tweaks;

namespace FitServerless.Tests.Coach.Tweaks;

public sealed class TweakRulesTests
{
    /// <summary>The request and the answer that the clients of the original design have in their documentation.</summary>
    [Fact]
    public void The_original_example_gets_the_original_answer()
    {
        var request = JsonSerializer.Deserialize(
            """{"event": "skip_set", "user_id": "test123", "context": {"set_number": 2}, "user_data": {"fitness_level": "intermediate", "goals": ["strength"]}}""",
            TweakJson.Default.CoachEvent)!;
        Assert.Empty(CoachEventRules.Check(request));
        var answer = new TweakAnswer { Tweak = TweakRules.Suggest(request), UserId = request.UserId!, Event = request.Event! };
        Assert.Equal(
            """{"success":true,"tweak":{"action":"reduce_volume","reason":"User skipped a set - reducing volume to prevent overtraining","modifications":{"sets":-1,"rest_time":30}},"user_id":"test123","event":"skip_set","ai_powered":false}""",
            JsonSerializer.Serialize(answer, TweakJson.Default.TweakAnswer));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(6, 5)]
    [InlineData(10, 8)]
    [InlineData(11, 9)]
    [InlineData(12, 10)]
    [InlineData(1000, 800)]
    public void Four_fifths_are_rounded_up(int planned, int least) => Assert.Equal(least, MinimumReps.Of(planned));

    [Fact]
    public void Every_struggle_there_is_keeps_four_fifths_of_the_plan()
    {
        for (var planned = 1; planned <= 60; planned++)
        {
            for (var done = 0; done <= planned + 2; done++)
            {
                var struggle = new CoachEvent { Event = CoachEvent.StruggleSet, Context = new() { PlannedReps = planned, CompletedReps = done } };
                var tweak = TweakRules.Suggest(struggle);
                Assert.True(10 * (planned + (tweak.Modifications.Reps ?? 0)) >= 8 * planned, $"{done} of {planned}: {tweak}");
                Assert.Empty(CoachGate.Check(tweak, struggle));
            }
        }
    }

    [Theory]
    [InlineData(9, TweakActions.ReduceVolume, -1, null)]
    [InlineData(8, TweakActions.ReduceVolume, -2, null)]
    [InlineData(6, TweakActions.ReduceLoad, -2, -5.0)]
    [InlineData(4, TweakActions.ReduceLoad, -2, -10.0)]
    [InlineData(10, TweakActions.ExtendRest, null, null)]
    public void A_struggle_is_answered_by_how_short_it_fell(int done, string action, int? reps, double? weight)
    {
        var tweak = TweakRules.Suggest(new() { Event = CoachEvent.StruggleSet, Context = new() { PlannedReps = 10, CompletedReps = done } });
        Assert.Equal((action, reps, weight), (tweak.Action, tweak.Modifications.Reps, tweak.Modifications.WeightPercent));
    }

    [Fact]
    public void Of_a_plan_that_nobody_told_no_repetition_is_taken() =>
        Assert.Null(TweakRules.Suggest(new() { Event = CoachEvent.StruggleSet, Context = new() { CompletedReps = 1 } }).Modifications.Reps);

    [Fact]
    public void The_last_set_is_not_taken() =>
        Assert.Null(TweakRules.Suggest(new() { Event = CoachEvent.SkipSet, Context = new() { PlannedSets = 1 } }).Modifications.Sets);

    [Fact]
    public void Rests_do_not_grow_for_ever() =>
        Assert.Null(TweakRules.Suggest(new() { Event = CoachEvent.SkipSet, Context = new() { RestTime = 300 } }).Modifications.RestTime);

    [Fact]
    public void Skipping_again_and_again_lightens_the_load() => Assert.Equal(-5, TweakRules.Suggest(new()
    {
        Event = CoachEvent.SkipSet,
        UserData = new() { History = [new() { Event = CoachEvent.SkipSet }, new() { Event = CoachEvent.SkipSet }] },
    }).Modifications.WeightPercent);

    [Theory]
    [InlineData("beginner", 5)]
    [InlineData("intermediate", 2.5)]
    [InlineData("advanced", 2)]
    [InlineData(null, 5)]
    public void A_workout_done_is_a_small_step_up(string? level, double percent)
    {
        var tweak = TweakRules.Suggest(new() { Event = CoachEvent.CompleteWorkout, UserData = new() { FitnessLevel = level, Goals = "strength" } });
        Assert.Equal((TweakActions.Progress, percent), (tweak.Action, tweak.Modifications.WeightPercent));
    }

    [Fact]
    public void Unless_it_was_hard_or_short_or_went_badly() => Assert.All(
        new CoachEvent[]
        {
            new() { Event = CoachEvent.CompleteWorkout, Context = new() { Rpe = 9.5 } },
            new() { Event = CoachEvent.CompleteWorkout, Context = new() { PlannedReps = 10, CompletedReps = 9 } },
            new() { Event = CoachEvent.CompleteWorkout, Context = new() { PlannedSets = 12, CompletedSets = 10 } },
            new() { Event = CoachEvent.CompleteWorkout, UserData = new() { History = [new() { Event = CoachEvent.CompleteWorkout }, new() { Event = CoachEvent.StruggleSet }] } },
        },
        one => Assert.Equal(new Tweak(TweakActions.Maintain, TweakRules.Suggest(one).Reason, new()), TweakRules.Suggest(one)));

    [Theory]
    [InlineData("{}", "event")]
    [InlineData("""{"event": "explode"}""", "event")]
    [InlineData("""{"event": "skip_set", "context": {"planned_reps": 0}}""", "context.planned_reps")]
    [InlineData("""{"event": "skip_set", "context": {"planned_reps": 2000000000}}""", "context.planned_reps")]
    [InlineData("""{"event": "skip_set", "context": {"rest_time": -1}}""", "context.rest_time")]
    public void What_is_out_of_bounds_is_named(string json, string member) =>
        Assert.Equal([member], CoachEventRules.Check(JsonSerializer.Deserialize(json, TweakJson.Default.CoachEvent)!).Keys);

    [Fact]
    public void A_history_with_holes_is_read_past() => Assert.NotNull(TweakRules.Suggest(
        JsonSerializer.Deserialize("""{"event": "skip_set", "user_data": {"history": [null, {}]}, "context": null}""", TweakJson.Default.CoachEvent)!));
}
