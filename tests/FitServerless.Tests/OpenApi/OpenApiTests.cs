using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Tests.Api;
using FitServerless.Tests.Workouts.Files;

namespace FitServerless.Tests.OpenApi;

[Collection(ApiCollection.Name)]
public sealed class OpenApiTests(ApiFixture api)
{
    [Fact]
    public async Task The_document_is_open_and_of_this_build()
    {
        var response = await api.Http.GetAsync("openapi.json");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var document = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.StartsWith("3.1.", (string)document["openapi"]!, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "openapi.json") { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await api.Http.SendAsync(again)).StatusCode);
    }

    /// <summary>Not by the library that wrote it.</summary>
    [Fact]
    public async Task Another_programs_validator_finds_nothing_wrong_with_it()
    {
        await NodeModules.InstallAsync();
        var script = Path.Combine(RepositoryRoot.Folder, "tests", "FitServerless.Tests", "OpenApi", "validate.mjs");
        await Tool.OnFileAsync(await api.Http.GetByteArrayAsync("openapi.json"), ".json", path => Tool.RunAsync("node", script, path));
    }

    [Fact]
    public async Task Closed_routes_want_a_token_and_streams_take_it_in_the_query_too()
    {
        var paths = JsonNode.Parse(await api.Http.GetStringAsync("openapi.json"))!["paths"]!;
        Assert.Empty(paths["/auth/login"]!["post"]!["security"]!.AsArray());
        Assert.Equal("""[{"bearer":[]}]""", paths["/auth/me"]!["get"]!["security"]!.ToJsonString());
        Assert.Equal("""[{"bearer":[]},{"queryToken":[]}]""", paths["/api/sync/events"]!["get"]!["security"]!.ToJsonString());
    }

    [Fact]
    public async Task Bodies_are_described_by_the_contracts_that_read_them()
    {
        var schemas = JsonNode.Parse(await api.Http.GetStringAsync("openapi.json"))!["components"]!["schemas"]!;
        Assert.NotNull(schemas["Credentials"]!["properties"]!["password"]);
        // In snake_case, as its context says.
        Assert.NotNull(schemas["CoachEvent"]!["properties"]!["user_data"]);
        // Behind converters of ours.
        Assert.Equal("#/components/schemas/WorkoutEdit", (string)schemas["WorkoutSyncRequest"]!["properties"]!["changes"]!["items"]!["$ref"]!);
        Assert.Contains("date-time", schemas["WorkoutEdit"]!["properties"]!["startedAt"]!.ToJsonString(), StringComparison.Ordinal);
        // Two features have one of this name.
        Assert.NotNull(schemas["MessageRequest"]!["properties"]);
        Assert.Contains(schemas.AsObject(), schema => schema.Key.EndsWith("MessageRequest", StringComparison.Ordinal) && schema.Key != "MessageRequest");
    }
}
