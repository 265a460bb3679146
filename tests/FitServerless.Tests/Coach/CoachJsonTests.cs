using System.Text.Json;
using FitServerless.Coach;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Training;
using FitServerless.Nutrition;

namespace FitServerless.Tests.Coach;

public sealed class CoachJsonTests
{
    [Fact]
    public void Goals_and_restrictions_may_be_texts_or_lists()
    {
        var request = JsonSerializer.Deserialize("""{"goals": ["weight loss", "energy"], "restrictions": "vegetarian"}""", CoachJson.Default.MealRequest)!;
        Assert.Equal(("weight loss, energy", "vegetarian"), (request.Goals, request.Restrictions));
    }

    [Theory]
    [InlineData("""{"goals": 7}""")]
    [InlineData("""{"goals": {}}""")]
    [InlineData("""{"goals": ["a", 1]}""")]
    [InlineData("""{"goals": "a", "goals": "b"}""")]
    [InlineData("""{"profile": {"sex": "neither"}}""")]
    public void Other_shapes_are_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CoachJson.Default.MealRequest));

    [Fact]
    public void A_profile_is_read()
    {
        var profile = JsonSerializer.Deserialize(
            """{"profile": {"age": 30, "sex": "female", "weightKg": 60.5, "heightCm": 165, "activityLevel": "veryActive"}}""", CoachJson.Default.MealRequest)!.Profile;
        Assert.Equal(new CoachProfile { Age = 30, Sex = Sex.Female, WeightKg = 60.5, HeightCm = 165, ActivityLevel = ActivityLevel.VeryActive }, profile);
    }

    [Fact]
    public void Answers_have_the_members_that_clients_know()
    {
        var meals = ((MealOutcome.Suggested)MealRules.Suggest(((MealBriefOutcome.Ready)MealBriefing.Read(new())).Brief, 1)).Suggestion;
        var json = JsonSerializer.SerializeToElement(meals, CoachJson.Default.MealSuggestion);
        Assert.Equal(["meals", "targets", "aiPowered", "model", "cached", "notes"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["name", "slot", "ingredients", "calories", "protein", "carbs", "fat", "fiber"],
            json.GetProperty("meals")[0].EnumerateObject().Select(member => member.Name));
        var training = TrainingRules.Suggest(((TrainingBriefOutcome.Ready)TrainingBriefing.Read(new())).Brief, 1, DateTimeOffset.UnixEpoch);
        var first = JsonSerializer.SerializeToElement(training, CoachJson.Default.TrainingSuggestion).GetProperty("exercises")[0];
        Assert.Equal(
            ["name", "exerciseId", "sets", "reps", "holdSeconds", "restSeconds", "intensity", "loadKg"],
            first.EnumerateObject().Select(member => member.Name));
    }
}
