using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Api;

/// <summary>
/// A device that was away for too long, the digest, and collections that the operator adds. A backend of its own: its settings are others, and
/// nobody waits ninety days for the cleanup.
/// </summary>
public sealed class ResyncApiTests : IAsyncLifetime
{
    private AzuriteProcess? _azurite;
    private FunctionHost? _host;
    private HttpClient? _http;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _host = await ApiFixture.StartHostAsync(
            _azurite.ConnectionString,
            ("Sync:Collections:journal:MaxBytes", "200"), ("Sync:Collections:journal:ListBy", "day"), ("Sync:Collections:journal:Tag", "mood"),
            ("Sync:Collections:journal:MergeFields", "false"));
        _http = ApiFixture.Client(_host.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        await _host!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    [Fact]
    public async Task Who_missed_a_forgotten_delete_is_told_to_start_over_on_every_route_and_nothing_is_written()
    {
        var user = await ApiUser.RegisterAsync(_http!);
        var before = await SyncAsync(user, Put("workouts", "old", """{"startedAt":"2026-03-01T06:30:00Z"}"""), Put("workouts", "stays", """{"startedAt":"2026-03-01T06:30:00Z"}"""));
        var (cursor, pulledAt) = ((string)before["cursor"]!, (long)(await user.GetAsync("api/watermelon/sync"))["timestamp"]!);
        var replicated = (string)(await user.GetAsync("api/rxdb/workouts/pull"))["checkpoint"]!["updatedAt"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "api/workouts/old")).StatusCode);
        await ForgetDeletesAsync(user);

        foreach (var (method, path, body) in new (HttpMethod, string, string?)[]
        {
            (HttpMethod.Post, "api/sync", $$"""{"deviceId":"d","cursor":"{{cursor}}","changes":[{{Put("goals", "new", "{}").ToJsonString()}}]}"""),
            (HttpMethod.Post, "api/workouts/sync", $$"""{"lastSyncAt":"{{cursor}}","changes":[{"action":"create","localId":"new","startedAt":"2026-03-01T06:30:00Z"}]}"""),
            (HttpMethod.Get, $"api/workouts/changes?since={cursor}", null),
            (HttpMethod.Get, $"api/rxdb/workouts/pull?updatedAt={Uri.EscapeDataString(replicated)}", null),
            (HttpMethod.Get, $"api/watermelon/sync?last_pulled_at={pulledAt}", null),
        })
        {
            var problem = await ApiAssert.ProblemAsync(await user.SendAsync(method, path, body), HttpStatusCode.Gone, "resync");
            Assert.True((bool)problem["resync"]!);
        }

        var all = await user.ReadAsync(HttpMethod.Post, "api/sync", "{}");
        Assert.Equal(["stays"], all["changes"]!.AsArray().Select(change => (string?)change!["id"]));
    }

    [Fact]
    public async Task The_digest_is_what_a_device_computes_of_what_it_has_and_finds_where_it_differs()
    {
        var user = await ApiUser.RegisterAsync(_http!);
        await SyncAsync(user, Put("goals", "a", "{}", "2026-03-01T23:59:59Z"), Put("goals", "b", "{}", "2026-03-02T00:00:00Z"), Put("journal", "a", "{}", "2026-03-02T08:00:00Z"));
        await SyncAsync(user, Put("goals", "b", """{"more":1}""", "2026-03-02T09:00:00Z", version: 1));

        var read = await user.GetAsync("api/sync/digest");
        var some = await user.GetAsync("api/sync/digest?collections=journal");
        var along = (await user.ReadAsync(HttpMethod.Post, "api/sync", """{"digest":true}"""))["digest"]!;

        var expected = new JsonObject
        {
            ["goals"] = new JsonObject { ["2026-03-01"] = Day(Hash("goals", "a", 1)), ["2026-03-02"] = Day(Hash("goals", "b", 2)) },
            ["journal"] = new JsonObject { ["2026-03-02"] = Day(Hash("journal", "a", 1)) },
        }.ToJsonString();
        Assert.Equal(expected, read["digest"]!.ToJsonString());
        Assert.Equal(expected, along.ToJsonString());
        Assert.Equal(["journal"], some["digest"]!.AsObject().Select(collection => collection.Key));
        Assert.Empty((await user.ReadAsync(HttpMethod.Post, "api/sync", $$"""{"cursor":"{{read["cursor"]}}"}"""))["changes"]!.AsArray());
    }

    [Fact]
    public async Task A_collection_that_the_operator_adds_is_one_like_the_others_with_its_own_limit_list_and_merge_rule()
    {
        var user = await ApiUser.RegisterAsync(_http!);
        var answer = await SyncAsync(
            user,
            Put("journal", "one", """{"day":"2026-03-01T08:00:00Z","mood":"good"}"""),
            Put("journal", "two", """{"day":"2026-03-02T08:00:00Z","mood":"bad"}"""),
            Put("journal", "long", $$"""{"text":"{{new string('x', 200)}}"}"""),
            Put("diary", "one", "{}"));
        Assert.Equal(["applied", "applied", "rejected", "rejected"], answer["results"]!.AsArray().Select(result => (string?)result!["status"]));

        Assert.Equal(["two", "one"], Ids(await user.GetAsync("api/documents/journal")));
        Assert.Equal(["one"], Ids(await user.GetAsync("api/documents/journal?tag=good")));
        Assert.Equal(["one"], Ids(await user.GetAsync("api/documents/journal?to=2026-03-01T23:00:00Z")));
        // Not put together: the later edit stands as a whole.
        await SyncAsync(user, Put("journal", "one", """{"day":"2026-03-01T08:00:00Z","mood":"better"}""", "2026-03-01T13:00:00Z", version: 1));
        var other = await SyncAsync(user, "tablet", Put("journal", "one", """{"day":"2026-03-01T08:00:00Z","place":"Chur"}""", "2026-03-01T14:00:00Z", version: 1));
        Assert.Equal("applied", (string?)other["results"]![0]!["status"]);
        Assert.Equal("""{"day":"2026-03-01T08:00:00Z","place":"Chur"}""", (await user.GetAsync("api/documents/journal/one"))["data"]!.ToJsonString());
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, "api/documents/diary"), HttpStatusCode.NotFound);
    }

    private static IEnumerable<string?> Ids(JsonNode list) => list.AsArray().Select(document => (string?)document!["id"]);

    private static JsonObject Day(string hash) => new() { ["count"] = 1, ["hash"] = hash };

    private static string Hash(string collection, string id, int version) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{collection}\n{id}\n{version}"))[..8]);

    /// <summary>As the nightly cleanup does when ninety days have gone by.</summary>
    private async Task ForgetDeletesAsync(ApiUser user)
    {
        var store = _host!.Services.GetRequiredService<ISyncStore>();
        await store.PurgeTombstonesAsync(user.Id, (await store.ReadHeadAsync(user.Id, fresh: true, default)).Last, default);
    }

    private static JsonObject Put(string collection, string id, string data, string at = "2026-03-01T12:00:00Z", int? version = null) => new()
    {
        ["collection"] = collection,
        ["id"] = id,
        ["op"] = "put",
        ["mutationId"] = Guid.NewGuid().ToString(),
        ["baseVersion"] = version,
        ["updatedAt"] = at,
        ["data"] = JsonNode.Parse(data),
    };

    private static Task<JsonNode> SyncAsync(ApiUser user, params JsonNode[] changes) => SyncAsync(user, "phone", changes);

    private static Task<JsonNode> SyncAsync(ApiUser user, string device, params JsonNode[] changes) => user.ReadAsync(
        HttpMethod.Post, "api/sync", new JsonObject { ["deviceId"] = device, ["changes"] = new JsonArray(changes) }.ToJsonString());
}
