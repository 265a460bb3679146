using System.Text.Json;
using FitServerless.Coach.Training;
using FitServerless.Workouts;

namespace FitServerless.Tests.Coach.Training;

public sealed class TrainingHistoryReaderTests
{
    [Fact]
    public void Sets_are_read_newest_first()
    {
        var history = TrainingHistoryReader.Read(
        [
            Workout(1, """{"exercises": [{"exerciseId": "goblet-squat", "sets": [{"reps": 10, "weightKg": 16}]}]}"""),
            Workout(2, """{"exercises": [{"name": "Goblet Squats", "sets": [{"reps": 12, "weight": 18}, {"reps": 9, "weight": 20}, {"reps": 8, "weight": 20}]}]}"""),
        ]);
        Assert.Equal(2, history.Exercises.Count);
        Assert.Equal((20, 8), (history.Last("goblet-squat")!.LoadKg, history.Last("goblet-squat")!.Reps));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"avgPower": 200}""")]
    [InlineData("""{"exercises": 7}""")]
    [InlineData("""{"exercises": [7, null, {}, {"exerciseId": 3, "sets": {}}]}""")]
    [InlineData("""{"exercises": [{"exerciseId": "unicorn", "sets": [{"reps": 10}]}]}""")]
    [InlineData("""{"exercises": [{"exerciseId": "plank", "sets": [{"reps": 1e300}, {"reps": "10"}, {"reps": -1}, null]}]}""")]
    public void Anything_else_is_passed_over(string summary) => Assert.Empty(TrainingHistoryReader.Read([Workout(1, summary)]).Exercises);

    [Fact]
    public void Workouts_without_a_summary_and_deleted_ones_too() => Assert.Empty(TrainingHistoryReader.Read(
    [
        new Workout { Id = "a", StartedAt = DateTimeOffset.UnixEpoch },
        Workout(1, """{"exercises": [{"exerciseId": "plank", "sets": [{"reps": 1}]}]}""") with { DeletedAt = DateTimeOffset.UnixEpoch },
    ]).Exercises);

    private static Workout Workout(int day, string summary) =>
        new() { Id = $"w{day}", StartedAt = DateTimeOffset.UnixEpoch.AddDays(day), Summary = JsonSerializer.Deserialize<JsonElement>(summary) };
}
