using FitServerless.Exercises;

namespace FitServerless.Tests.Exercises;

public sealed class ExerciseSearchTests
{
    /// <summary>A little below what the bench measures, so that a change which makes it worse is seen.</summary>
    [Theory]
    [InlineData(nameof(QuerySet.Tuned), 0.87, 0.89)]
    [InlineData(nameof(QuerySet.Held), 0.77, 0.70)]
    [InlineData(nameof(QuerySet.Fresh), 0.56, 0.60)]
    public void What_was_judged_relevant_is_found(string set, double ndcg, double recall)
    {
        var quality = SearchQuality.Of(Enum.Parse<QuerySet>(set));
        Assert.True(quality.Ndcg >= ndcg && quality.Recall >= recall, quality.ToString());
    }

    [Fact]
    public void Judgements_name_exercises_that_there_are() => Assert.All(
        JudgedQuery.All.SelectMany(query => query.Grades.Keys), id => Assert.NotNull(ExerciseCatalogue.Find(id)));

    [Fact]
    public void A_third_of_at_least_60_judged_queries_is_held_out_and_40_more_are_fresh()
    {
        var counts = JudgedQuery.All.CountBy(query => query.Set).ToDictionary();
        Assert.True(counts[QuerySet.Tuned] + counts[QuerySet.Held] >= 60);
        Assert.InRange(counts[QuerySet.Held] / (double)(counts[QuerySet.Tuned] + counts[QuerySet.Held]), 0.3, 0.35);
        Assert.True(counts[QuerySet.Fresh] >= 40);
    }

    [Theory]
    [InlineData("dumbell curl", "dumbbell-curl")]
    [InlineData("UBUNGEN fur die WADEN", "standing-calf-raise")]
    [InlineData("Klimmzug", "pull-up")]
    [InlineData("plank", "plank")]
    public void Slips_case_and_umlauts_do_not_matter(string text, string id) =>
        Assert.Contains(id, ExerciseSearch.Find(new(text)).Take(5).Select(match => match.Id));

    [Theory]
    [InlineData("")]
    [InlineData("the and with")]
    [InlineData("🥜")]
    [InlineData("qqqqqqqqqq")]
    public void Nothing_is_found_for_nothing(string text) => Assert.Empty(ExerciseSearch.Find(new(text)));

    [Fact]
    public void Similarities_fall_from_1_towards_0()
    {
        var found = ExerciseSearch.Find(new("bench press", Limit: 50)).Select(match => match.Similarity).ToList();
        Assert.Equal(found.OrderDescending(), found);
        Assert.All(found, similarity => Assert.InRange(similarity, 0, 1));
    }

    [Fact]
    public void Difficulty_and_equipment_filter()
    {
        Assert.All(ExerciseSearch.Find(new("legs", FitnessLevel.Advanced)), match => Assert.Equal("advanced", match.Difficulty));
        Assert.All(ExerciseSearch.Find(new("legs", Equipment: "dumbbells")), match => Assert.Contains("dumbbell", match.Equipment, StringComparison.Ordinal));
        Assert.All(ExerciseSearch.Find(new("legs", Equipment: "none")), match => Assert.Equal("body weight", match.Equipment));
        Assert.Equal(3, ExerciseSearch.Find(new("legs", Limit: 3)).Count);
    }

    [Fact]
    public void What_is_unwanted_is_not_found() =>
        Assert.DoesNotContain(ExerciseSearch.Find(new("shoulder press without a barbell", Limit: 50)), match => match.Equipment.Contains("barbell", StringComparison.Ordinal));

    [Fact]
    public void With_vectors_meaning_finds_what_words_do_not()
    {
        var vectors = new VectorIndex("test", [("plank", Axis(0)), ("burpee", Axis(1))]);
        Assert.Equal("burpee", ExerciseSearch.Find(new("qqqqqqqqqq"), vectors, Axis(1)).Single().Id);
        Assert.Equal(["plank"], ExerciseSearch.Find(new("plank"), vectors, Axis(0)).Take(1).Select(match => match.Id));
    }

    private static float[] Axis(int dimension)
    {
        var vector = new float[VectorIndex.Dimensions];
        vector[dimension] = 3;
        return vector;
    }
}
