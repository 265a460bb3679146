using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.Access;

/// <summary>Members that are the server's own, sent to every route that reads JSON: nobody becomes somebody else, or more, by them.</summary>
public sealed class MassAssignmentTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private const int Version = 987_654;
    private const string Created = "1999-12-31T00:00:00Z";

    /// <summary>Free documents and settings keep whatever members they have: they are the client's own words, and nothing of ours reads these.</summary>
    private static readonly string[] Free =
        ["UpdateMe", "PutDocument", "PutClientDocument", "PutShared", "PutPlan", "PutCard", "SyncDocuments", "SyncDevice", "PushRxdb", "PushWatermelon"];

    public static TheoryData<string> Writers => new(RouteTable.Routes
        .Where(route => route.Methods.Any(method => method is "POST" or "PUT" or "PATCH" or "DELETE") && Example(route.Function) is not null)
        .Select(route => route.Function));

    private static JsonNode? Example(string function) => Lazy.Value["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
        .FirstOrDefault(operation => (string?)operation.Value!["operationId"] == function).Value?["requestBody"]?["content"]?["application/json"]?["example"];

    private static Lazy<JsonNode> Lazy { get; } = new(() => JsonNode.Parse(new ApiDocument().Json)!);

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Members_of_the_servers_own_are_ignored_or_refused(string function)
    {
        var route = RouteTable.Routes.Single(route => route.Function == function);
        var rule = AccessRules.All[function];
        var body = rule.Body is { } own ? JsonNode.Parse(own)! : world.Example(function)!;
        Inject(body);
        var before = (await MeAsync(Actor.Owner), await MeAsync(Actor.Stranger), await StrangersAsync());
        var (path, _) = await world.FillAsync(rule.Path);

        using var answer = await world.AskAsync(rule.Allowed[0], function, rule with { Body = body.ToJsonString() }, route.Methods[0], path);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True(
            answer.IsSuccessStatusCode || answer.StatusCode == rule.Expected
                || answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity,
            $"{function}: {answer.StatusCode} {text}");
        Assert.Equal(before, (await MeAsync(Actor.Owner), await MeAsync(Actor.Stranger), await StrangersAsync()));
        if (Free.Contains(function))
            return;
        foreach (var seen in (string[])[text, (await world.Owner.GetAsync("api/workouts?limit=1000")).ToJsonString(), (await world.Owner.GetAsync("api/grants")).ToJsonString()])
        {
            Assert.DoesNotContain($"{Version}", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(Created[..10], seen, StringComparison.Ordinal);
        }
    }

    /// <summary>Without what a person may change.</summary>
    private async Task<string> MeAsync(Actor actor)
    {
        var me = (await world[actor].GetAsync("auth/me")).AsObject();
        foreach (var own in (string[])["name", "timeZone", "settings"])
            me.Remove(own);
        return me.ToJsonString();
    }

    private async Task<string> StrangersAsync()
    {
        var lists = new List<string>();
        foreach (var path in (string[])["api/workouts", "api/documents/goals", "api/plans", "api/cards", "api/coach/conversations", "chat/rooms", "api/grants", "api/clients", "api/shares"])
            lists.Add((await world[Actor.Stranger].GetAsync(path)).ToJsonString());
        return string.Join('\n', lists);
    }

    /// <summary>Into every object of the body, however deep.</summary>
    private void Inject(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Inject(item);
        }
        else if (node is JsonObject members)
        {
            foreach (var (_, member) in members.ToArray())
                Inject(member);
            foreach (var (name, value) in Owned(world[Actor.Stranger].Id))
                members[name] ??= value;
        }
    }

    private static IEnumerable<(string Name, JsonNode Value)> Owned(string strangerId) =>
    [
        ("userId", strangerId), ("user_id", strangerId), ("ownerId", strangerId), ("role", "admin"), ("roles", new JsonArray("admin")), ("tier", "pro"),
        ("version", Version), ("createdAt", Created), ("deletedAt", Created), ("syncedAt", Created), ("price", 1), ("commission", 1),
        ("emailVerified", true), ("emailVerifiedAt", Created), ("twoFactor", true), ("passwordHash", "x"), ("sessionEpoch", 7),
    ];
}
