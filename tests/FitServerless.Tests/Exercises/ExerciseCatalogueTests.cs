using FitServerless.Exercises;

namespace FitServerless.Tests.Exercises;

public sealed class ExerciseCatalogueTests
{
    private static readonly string[] Spares =
        ["knee", "lowerback", "shoulder", "wrist", "neck", "hip", "ankle", "elbow", "impact", "bloodpressure"];

    [Fact]
    public void There_are_exercises_enough() => Assert.True(ExerciseCatalogue.All.Count >= 200);

    [Fact]
    public void Every_exercise_is_found_by_its_id_and_by_its_name() => Assert.All(ExerciseCatalogue.All, exercise =>
    {
        Assert.Same(exercise, ExerciseCatalogue.Find(exercise.Id));
        Assert.Same(exercise, ExerciseCatalogue.Find(exercise.Name));
        Assert.Same(exercise, ExerciseCatalogue.Find(exercise.Name.ToUpperInvariant()));
    });

    [Fact]
    public void Every_exercise_is_described() => Assert.All(ExerciseCatalogue.All, exercise =>
    {
        Assert.NotEmpty(exercise.PrimaryMuscles);
        Assert.InRange(exercise.Description.Length, 20, 300);
        Assert.Contains(exercise.Category, new[] { "strength", "core", "plyometric", "conditioning", "mobility", "balance" });
        Assert.Subset(Spares.ToHashSet(), exercise.Spare.ToHashSet());
        Assert.InRange(exercise.Sides, 1, 2);
    });

    [Fact]
    public void Every_jump_says_that_it_is_one() =>
        Assert.All(ExerciseCatalogue.All.Where(exercise => exercise.Pattern == "jump"), exercise => Assert.Superset(new HashSet<string> { "knee", "impact" }, exercise.Spare.ToHashSet()));

    [Theory]
    [InlineData("squat")]
    [InlineData("hinge")]
    [InlineData("lunge")]
    [InlineData("push-horizontal")]
    [InlineData("pull-horizontal")]
    [InlineData("push-vertical")]
    [InlineData("pull-vertical")]
    [InlineData("anti-extension")]
    [InlineData("conditioning")]
    [InlineData("mobility")]
    public void Every_movement_can_be_trained_without_equipment(string pattern) =>
        Assert.Contains(ExerciseCatalogue.All, exercise => exercise.Pattern == pattern && exercise.Equipment.Count == 0);
}
