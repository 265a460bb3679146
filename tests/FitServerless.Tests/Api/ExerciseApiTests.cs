using System.Net;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class ExerciseApiTests(ApiFixture api)
{
    [Fact]
    public async Task Exercises_are_found_by_words_and_filtered()
    {
        var user = await api.RegisterAsync();
        var found = (await user.GetAsync("api/exercises/semantic?q=chest+workout&difficulty=beginner&limit=3")).AsArray();
        Assert.InRange(found.Count, 1, 3);
        Assert.Equal(["id", "name", "category", "difficulty", "equipment", "similarity"], found[0]!.AsObject().Select(member => member.Key));
        Assert.All(found, exercise => Assert.Equal("beginner", exercise!["difficulty"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=squat&limit=1000")]
    [InlineData("?q=squat&difficulty=purple")]
    public async Task A_search_that_is_none_is_refused(string query)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"api/exercises/semantic{query}"), HttpStatusCode.BadRequest, "invalid");
    }
}
