using System.Text.Json;
using FitServerless.Tests.Sync;
using FitServerless.Workouts.Efforts;
using FsCheck.Fluent;

namespace FitServerless.Tests.Workouts.Efforts;

public sealed class OneRepMaxTests
{
    [Theory]
    [InlineData(100, 1, 100, 100)]
    [InlineData(100, 5, 116.6667, 112.5)]
    [InlineData(100, 10, 133.3333, 133.3333)]
    public void Epley_and_Brzycki(double weight, int reps, double epley, double brzycki)
    {
        Assert.Equal(epley, OneRepMax.Epley(weight, reps), 4);
        Assert.Equal(brzycki, OneRepMax.Brzycki(weight, reps), 4);
        Assert.Equal(Math.Min(epley, brzycki), OneRepMax.Of(weight, reps)!.Value, 4);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(100, 11)]
    [InlineData(100, 37)]
    [InlineData(100, -3)]
    [InlineData(0, 5)]
    [InlineData(-20, 5)]
    public void Outside_their_range_there_is_none(double weight, int reps) => Assert.Null(OneRepMax.Of(weight, reps));

    [Fact]
    public void More_weight_or_more_repetitions_never_estimate_less() => Law.Holds(
        from weight in Gen.Choose(1, 400)
        from reps in Gen.Choose(1, 9)
        select (weight, reps),
        set => OneRepMax.Of(set.weight, set.reps) >= set.weight
            && OneRepMax.Of(set.weight, set.reps) < OneRepMax.Of(set.weight, set.reps + 1)
            && OneRepMax.Of(set.weight, set.reps) < OneRepMax.Of(set.weight + 1, set.reps));

    [Fact]
    public void Each_exercise_has_its_best_set() => Assert.Equal(
        new Dictionary<string, double> { ["Row"] = 60, ["Squat"] = 112.5 },
        Read("""{"sets":[{"exercise":"Squat","reps":5,"weight":100},{"exercise":"Squat","reps":1,"weight":110},{"exercise":"Row","reps":1,"weight":60}]}"""));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"sets":null}""")]
    [InlineData("""{"sets":3}""")]
    [InlineData("""{"sets":{"enc":1}}""")]
    [InlineData("""{"sets":[null,1,"x",[],{}]}""")]
    [InlineData("""{"sets":[{"exercise":"Squat","reps":"5","weight":100}]}""")]
    [InlineData("""{"sets":[{"exercise":"Squat","reps":5.5,"weight":100}]}""")]
    [InlineData("""{"sets":[{"exercise":"Squat","reps":5,"weight":1e400}]}""")]
    [InlineData("""{"sets":[{"exercise":"Squat","reps":20,"weight":50}]}""")]
    [InlineData("""{"sets":[{"exercise":"","reps":5,"weight":50}]}""")]
    public void What_looks_different_is_passed_over(string summary) => Assert.Null(Read(summary));

    [Fact]
    public void Exercises_are_at_most_fifty()
    {
        var sets = string.Join(',', Enumerable.Range(0, 80).Select(i => $$"""{"exercise":"{{i}}","reps":5,"weight":100}"""));
        Assert.Equal(50, Read($$"""{"sets":[{{sets}}]}""")!.Count);
    }

    private static IReadOnlyDictionary<string, double>? Read(string summary)
    {
        using var document = JsonDocument.Parse(summary);
        return StrengthSets.OneRepMaxes(document.RootElement);
    }
}
