using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.Access;

/// <summary>Every route asked by everybody.</summary>
public sealed class AccessMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    public static TheoryData<string> Functions => new(RouteTable.Routes.Select(route => route.Function));

    [Fact]
    public void Every_route_has_a_rule() =>
        Assert.Empty(RouteTable.Routes.Select(route => route.Function).Except(AccessRules.All.Keys).Select(name => $"{name} has no rule in AccessRules.cs."));

    [Fact]
    public void Every_rule_has_a_route() => Assert.Empty(AccessRules.All.Keys.Except(RouteTable.Routes.Select(route => route.Function)));

    [Fact]
    public void What_the_rules_have_open_is_what_the_functions_have_open() => Assert.All(
        RouteTable.Routes.Where(route => AccessRules.All.ContainsKey(route.Function)),
        route => Assert.True(route.IsOpen == AccessRules.All[route.Function].Allowed.Contains(Actor.Anonymous), route.Function));

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Those_who_may_get_it_and_for_all_others_there_is_nothing(string function)
    {
        var route = RouteTable.Routes.Single(route => route.Function == function);
        var rule = AccessRules.All[function];
        foreach (var method in route.IsCatchAll ? ["GET"] : route.Methods)
        {
            var (there, absent) = await world.FillAsync(rule.Path);
            foreach (var actor in Enum.GetValues<Actor>().Except(rule.Allowed))
                await AssertDeniedAsync(actor, function, rule, method, there, absent);
            foreach (var actor in rule.Allowed)
            {
                await AssertAllowedAsync(actor, function, rule, method, there);
                // The one before may have used it up.
                (there, _) = await world.FillAsync(rule.Path);
            }
        }
    }

    private async Task AssertDeniedAsync(Actor actor, string function, AccessRule rule, string method, string there, string absent)
    {
        using var denied = await world.AskAsync(actor, function, rule, method, there);
        using var nothing = await world.AskAsync(actor, function, rule, method, absent);
        var expected = actor == Actor.Anonymous ? HttpStatusCode.Unauthorized : rule.Denied;
        Assert.True(expected == denied.StatusCode, $"{actor} {method} {there}: {denied.StatusCode}");
        Assert.Equal((nothing.StatusCode, await TextAsync(nothing)), (denied.StatusCode, await TextAsync(denied)));
        Assert.Equal(HeadersOf(nothing), HeadersOf(denied));
    }

    /// <summary>Without the trace, which only those requests have that somebody listens to: other tests of this process do, and stop.</summary>
    private static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
        answer.Headers.Select(header => header.Key).Where(name => name != "traceparent").Order();

    private async Task AssertAllowedAsync(Actor actor, string function, AccessRule rule, string method, string path)
    {
        using var answer = await world.AskAsync(actor, function, rule, method, path);
        var text = await TextAsync(answer);
        // Who has no picture has none to take away.
        var hasNone = rule.IsEachTheirOwn && answer.StatusCode == HttpStatusCode.NotFound && path.EndsWith("avatar", StringComparison.Ordinal);
        Assert.True(
            rule.Expected is { } expected ? expected == answer.StatusCode : answer.IsSuccessStatusCode || hasNone, $"{actor} {method} {path}: {answer.StatusCode} {text}");
        if (rule.IsEachTheirOwn && actor != Actor.Owner)
            Assert.DoesNotContain(AccessWorld.Secret, text, StringComparison.Ordinal);
    }

    /// <summary>Without what is of each request alone.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
            return "";
        var text = await answer.Content.ReadAsStringAsync();
        // An answer to HEAD has the type of its body, and no body.
        if (text.Length == 0 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || JsonNode.Parse(text) is not JsonObject problem)
            return text;
        problem.Remove("traceId");
        return problem.ToJsonString();
    }
}
