using System.Globalization;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Tests.Api;
using FitServerless.Tests.Workouts.Files;

namespace FitServerless.Tests.Adapters;

/// <summary>The clients' own npm packages, unmodified, against the whole backend. What must hold stands in their scripts.</summary>
[Collection(ApiCollection.Name)]
public sealed class OfflineClientTests(ApiFixture api)
{
    private const int Devices = 5;
    private const int Rounds = 4;

    [Theory]
    [InlineData("goals", 1)]
    [InlineData("workouts", 2)]
    public async Task Devices_with_RxDB_converge_and_lose_nothing(string collection, int seed) =>
        await RunAsync("rxdb-clients.mjs", collection, Text(Devices), Text(Rounds), Text(seed));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Devices_with_WatermelonDB_converge_and_lose_nothing(int seed) =>
        await RunAsync("watermelon-clients.mjs", Text(Devices), Text(Rounds), Text(seed));

    /// <summary>In one pull and one push each, as WatermelonDB has it: it knows no pages.</summary>
    [Fact]
    public async Task A_thousand_records_of_WatermelonDB_come_to_a_new_device_at_once_and_their_edits_back() =>
        await RunAsync("watermelon-load.mjs", Text(1_000));

    private async Task RunAsync(string script, params string[] arguments)
    {
        await NodeModules.InstallAsync();
        var user = await api.RegisterAsync();
        var path = Path.Combine(RepositoryRoot.Folder, "tests", "FitServerless.Tests", "Adapters", script);
        var output = await Tool.RunAsync("node", [path, api.Http.BaseAddress!.ToString().TrimEnd('/'), user.Token, .. arguments]);
        Assert.True(JsonNode.Parse(output.TrimEnd().Split('\n')[^1])!["documents"]!.GetValue<int>() > 0, output);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
