using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary>Whatever is put into a query, it finds what is the caller's own.</summary>
[Collection(ApiCollection.Name)]
public sealed class FilterApiTests(ApiFixture api)
{
    public static TheoryData<string> Injections => new(
        "Biking' or PartitionKey ne '", "' or '1' eq '1", "Biking'' or PartitionKey ne ''", "Biking\u2019 or PartitionKey ne \u2019", "\uFF07 or PartitionKey ne \uFF07",
        "Biking%27 or PartitionKey ne %27", "Biking') or (PartitionKey ne '", "Biking\u0000", "' or PartitionKey ge ''; --");

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task A_comparison_in_a_value_is_a_value(string value)
    {
        var (ada, bo) = (await api.RegisterAsync(), await api.RegisterAsync());
        await bo.CreateWorkoutAsync(SampleWorkouts.Ride("bo's"));
        await ada.CreateWorkoutAsync(SampleWorkouts.Ride("ada's"));
        var text = Uri.EscapeDataString(value);

        foreach (var path in (string[])[$"api/workouts?sport={text}", $"api/documents/workouts?tag={text}", $"api/sessions?plan={text}"])
        {
            var response = await ada.SendAsync(HttpMethod.Get, path);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode is 200 or (>= 400 and < 500), $"{path}: {response.StatusCode}");
            Assert.True((int)response.StatusCode != 200 || JsonNode.Parse(body)!.AsArray().Count == 0, $"{path}: {body}");
        }

        Assert.Empty((await ada.GetAsync($"api/sync/digest?collections={text}"))["digest"]!.AsObject());
        Assert.Empty((await ada.ReadAsync(HttpMethod.Post, "api/sync", new { collections = new[] { value } }))["changes"]!.AsArray());
    }
}
