using FitServerless.Coach.Safety;
using FitServerless.Coach.Training;
using FitServerless.Exercises;

namespace FitServerless.Tests.Coach.Training;

public sealed class TrainingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<GateRule, string, TrainingSuggestion> Faulty
    {
        get
        {
            var good = Suggest(Brief(new()), 1);
            return new()
            {
                { GateRule.Bounds, "exercises", good with { Exercises = [] } },
                { GateRule.Bounds, "warmUp", good with { WarmUp = [] } },
                { GateRule.Volume, "exercises[0].sets", First(planned => planned with { Sets = 5 }) },
                { GateRule.Volume, "exercises[0]", First(planned => planned with { Reps = 100 }) },
                { GateRule.Volume, "exercises", good with { Exercises = [.. Enumerable.Repeat(good.Exercises[0] with { Sets = 4 }, 5)] } },
                { GateRule.Volume, "minutes", First(planned => planned with { HoldSeconds = 3_000 }) },
                { GateRule.Exercise, "exercises[0]", First(planned => planned with { Name = "Human cannonball", ExerciseId = null }) },
                { GateRule.Exercise, "exercises[0]", First(planned => planned with { Name = "Handstand push-up", ExerciseId = "handstand-push-up" }) },
                { GateRule.Exercise, "exercises[0]", First(planned => planned with { Name = "Barbell curl", ExerciseId = null }) },
                { GateRule.Exercise, "exercises[0]", First(planned => planned with { Name = "Plank", ExerciseId = "burpee" }) },
                { GateRule.Load, "exercises[0].loadKg", First(planned => planned with { LoadKg = 40 }) },
                { GateRule.MedicalClaim, "notes[0]", good with { Notes = ["Cures back pain"] } },
                { GateRule.Text, "exercises[0].intensity", First(planned => planned with { Intensity = "<i>hard</i>" }) },
            };

            TrainingSuggestion First(Func<PlannedExercise, PlannedExercise> change) => good with { Exercises = [change(good.Exercises[0]), .. good.Exercises.Skip(1)] };
        }
    }

    [Fact]
    public void A_thousand_people_get_a_workout_for_them()
    {
        foreach (var (request, seed) in CoachCases.Trainings(1_000))
        {
            var brief = Brief(request);
            var suggestion = Suggest(brief, seed);
            Assert.Empty(CoachGate.Check(suggestion, brief));
            Assert.InRange(suggestion.Minutes, 1, request.Minutes!.Value);
            Assert.All(suggestion.WarmUp.Concat(suggestion.Exercises), planned => AssertSuits(planned, request));
        }
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_found_and_named(GateRule rule, string where, TrainingSuggestion suggestion) =>
        Assert.Contains(CoachGate.Check(suggestion, Brief(new())), fault => fault.Rule == rule && fault.Where == where);

    [Fact]
    public void Who_pushes_pulls_as_much()
    {
        foreach (var (request, seed) in CoachCases.Trainings(200).Where(one => one.Request.Limitations is null))
        {
            var patterns = Suggest(Brief(request), seed).Exercises.Select(planned => ExerciseCatalogue.Find(planned.ExerciseId)!.Pattern).ToList();
            Assert.True(patterns.Count(pattern => pattern.StartsWith("push", StringComparison.Ordinal)) <= patterns.Count(pattern => pattern.StartsWith("pull", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_same_day_has_the_same_workout_and_another_day_another() => Assert.Equal(
        [true, false],
        new[] { 1, 2 }.Select(seed => Names(Suggest(Brief(new()), seed)) == Names(Suggest(Brief(new()), 1))));

    [Theory]
    [InlineData("chest pain when I climb stairs")]
    [InlineData("schwanger")]
    [InlineData("heart attack last year")]
    public void Who_should_ask_a_doctor_is_told_so(string limitations) =>
        Assert.IsType<TrainingBriefOutcome.SeeProfessional>(TrainingBriefing.Read(new() { Limitations = limitations }));

    [Theory]
    [InlineData(12, 42)] // more than planned in every set: 5 % heavier
    [InlineData(10, 40)]
    [InlineData(8, 40)]
    [InlineData(7, 38)]
    public void Loads_follow_what_was_done(int reps, double expected)
    {
        var brief = Brief(new() { Goals = "muscle", Equipment = "dumbbells", FitnessLevel = "beginner" });
        var load = Next(brief with { History = Past("goblet-squat", reps, 40, days: 3) }).LoadKg;
        Assert.Equal(expected, load);
    }

    [Fact]
    public void After_a_long_break_loads_are_lighter() =>
        Assert.Equal(36, Next(Brief(new() { Goals = "muscle", Equipment = "dumbbells" }) with { History = Past("goblet-squat", 12, 40, days: 30) }).LoadKg);

    [Fact]
    public void A_step_is_never_more_than_a_tenth() => Assert.All(Enumerable.Range(1, 400), half => Assert.InRange(
        Next(Brief(new() { Goals = "muscle", Equipment = "dumbbells" }) with { History = Past("goblet-squat", 15, half / 2.0, days: 3) }).LoadKg!.Value,
        half / 2.0, (half / 2.0 * 1.1) + 1e-9));

    [Theory]
    [InlineData("dumbbells, no bench", "dumbbell")]
    [InlineData("Kurzhanteln und Klimmzugstange", "dumbbell pullupbar")]
    [InlineData("pull-up bar", "pullupbar")]
    [InlineData("no equipment", "")]
    [InlineData("gym without machines", "barbell rack cable")]
    public void Equipment_is_read_in_peoples_own_words(string text, string has)
    {
        var equipment = Brief(new() { Equipment = text }).Equipment;
        Assert.Subset(equipment.ToHashSet(), has.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        Assert.DoesNotContain("bench", text.Contains("no bench", StringComparison.Ordinal) ? equipment.ToHashSet() : []);
    }

    private static PlannedExercise Next(TrainingBrief brief) => Progression.Apply(
        new PlannedExercise { Name = "Goblet squat", ExerciseId = "goblet-squat", Sets = 3, Reps = 10, RestSeconds = 75 }, brief, Now);

    private static TrainingHistory Past(string id, int reps, double load, int days) =>
        new([new PastExercise(id, Now.AddDays(-days), [new(reps, load), new(reps + 1, load)])]);

    private static void AssertSuits(PlannedExercise planned, TrainingRequest request)
    {
        var exercise = ExerciseCatalogue.All.Single(one => one.Id == planned.ExerciseId);
        if (request.Limitations?.Contains("knee", StringComparison.Ordinal) == true)
            Assert.DoesNotContain("knee", exercise.Spare.ToArray());
        if (request.Limitations?.Contains("back", StringComparison.Ordinal) == true)
            Assert.DoesNotContain("lowerback", exercise.Spare.ToArray());
        if (request.Equipment is "" or "no equipment")
            Assert.All(exercise.Equipment, choices => Assert.Contains("chair", choices));
        if (request.FitnessLevel is "beginner" or "Anfänger")
            Assert.Equal(FitnessLevel.Beginner, exercise.Level);
    }

    private static string Names(TrainingSuggestion suggestion) => string.Join('|', suggestion.Exercises.Select(planned => planned.Name));

    private static TrainingBrief Brief(TrainingRequest request) => Assert.IsType<TrainingBriefOutcome.Ready>(TrainingBriefing.Read(request)).Brief;

    private static TrainingSuggestion Suggest(TrainingBrief brief, int seed) => TrainingRules.Suggest(brief, seed, Now);
}
