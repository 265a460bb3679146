using FitServerless.Exercises;
using FitServerless.Tests.Coach;
using Microsoft.Extensions.Logging.Abstractions;

namespace FitServerless.Tests.Exercises;

public sealed class CatalogueVectorsTests
{
    private readonly CoachUnderTest _coach = new();
    private readonly MemoryVectorStore _store = new();

    [Fact]
    public async Task Vectors_are_made_once_for_all_exercises_and_then_found()
    {
        var vectors = Vectors();
        Assert.Null(await vectors.FindAsync(default));
        Assert.True(await vectors.MakeAsync(default));
        Assert.True(await Vectors().MakeAsync(default));
        Assert.Equal(ExerciseCatalogue.All.Count, (await vectors.FindAsync(default))!.Count);
        Assert.Equal((ExerciseCatalogue.All.Count + 255) / 256, _coach.Model.Embedded);
        Assert.Single(_store.Files);
    }

    [Fact]
    public async Task Another_model_has_vectors_of_its_own()
    {
        await Vectors().MakeAsync(default);
        _coach.Model.EmbeddingName = "vectors-next";
        Assert.Null(await Vectors().FindAsync(default));
        await Vectors().MakeAsync(default);
        Assert.Equal(2, _store.Files.Count);
    }

    [Fact]
    public async Task Who_found_none_looks_again_after_a_while_and_not_before()
    {
        var vectors = Vectors();
        await vectors.FindAsync(default);
        await vectors.FindAsync(default);
        Assert.Equal(1, _store.Reads);
        await Vectors().MakeAsync(default);
        Assert.Null(await vectors.FindAsync(default));
        _coach.Clock.Now = _coach.Clock.Now.AddMinutes(10);
        Assert.NotNull(await vectors.FindAsync(default));
    }

    [Fact]
    public async Task Without_a_model_or_with_a_damaged_file_there_are_none()
    {
        await Vectors().MakeAsync(default);
        _store.Files[_store.Files.Keys.Single()] = [1, 2, 3];
        Assert.Null(await Vectors().FindAsync(default));
        _coach.Model.EmbeddingName = null;
        Assert.False(await Vectors().MakeAsync(default));
        Assert.Null(await Vectors().FindAsync(default));
    }

    [Fact]
    public async Task A_question_is_asked_about_once_and_words_do_without()
    {
        var vectors = Vectors();
        var finder = new ExerciseFinder(vectors, _coach.Model, _coach.Keeper, _coach.Quotas);
        Assert.NotEmpty(await finder.FindAsync(CoachUnderTest.Free, new ExerciseQuery("squat"), default));
        Assert.Equal(0, _coach.Model.Embedded);
        await vectors.MakeAsync(default);
        var made = _coach.Model.Embedded;
        Assert.NotEmpty(await finder.FindAsync(CoachUnderTest.Free, new ExerciseQuery("squat"), default));
        Assert.NotEmpty(await finder.FindAsync(CoachUnderTest.Pro, new ExerciseQuery("SQUAT "), default));
        Assert.Equal(made + 1, _coach.Model.Embedded);
    }

    private CatalogueVectors Vectors() => new(_store, _coach.Model, _coach.Clock, NullLogger<CatalogueVectors>.Instance);
}
