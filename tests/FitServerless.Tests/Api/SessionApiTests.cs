using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class SessionApiTests(ApiFixture api)
{
    [Fact]
    public async Task Sessions_are_listed_and_ended()
    {
        var user = await api.RegisterAsync();
        var other = await LoginAsync(user, ApiUser.Password);
        var list = (await user.GetAsync("auth/sessions")).AsArray();
        Assert.Equal([true, false], list.Select(session => session!["current"]!.GetValue<bool>()).OrderDescending());

        var id = list.Single(session => !session!["current"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, $"auth/sessions/{id}")).StatusCode);

        await ApiAssert.ProblemAsync(await RefreshAsync(other["refreshToken"]!), HttpStatusCode.Unauthorized, "bad-refresh-token");
        Assert.Single((await user.GetAsync("auth/sessions")).AsArray());
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Delete, "auth/sessions/nothing"), HttpStatusCode.NotFound, "not-found");
        var stranger = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await stranger.SendAsync(HttpMethod.Delete, $"auth/sessions/{id}"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task All_others_end_at_once()
    {
        var user = await api.RegisterAsync();
        var other = await LoginAsync(user, ApiUser.Password);

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "auth/sessions")).StatusCode);

        await ApiAssert.ProblemAsync(await RefreshAsync(other["refreshToken"]!), HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(JsonValue.Create(user.RefreshToken))).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_all_others()
    {
        var user = await api.RegisterAsync();
        var other = await LoginAsync(user, ApiUser.Password);
        await ApiAssert.ProblemAsync(await ChangeAsync(user, "wrong", "a better horse"), HttpStatusCode.Forbidden, "wrong-proof");
        await ApiAssert.ProblemAsync(await ChangeAsync(user, ApiUser.Password, "short"), HttpStatusCode.BadRequest, "invalid");

        Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(user, ApiUser.Password, "a better horse")).StatusCode);

        await ApiAssert.ProblemAsync(await RefreshAsync(other["refreshToken"]!), HttpStatusCode.Unauthorized);
        await LoginAsync(user, "a better horse");
    }

    /// <summary>What a body says of server-owned members is nothing.</summary>
    [Fact]
    public async Task Nobody_makes_themselves_more_than_they_are()
    {
        var body = new
        {
            email = $"{Guid.NewGuid():N}@example.com",
            password = ApiUser.Password,
            id = "7",
            userId = "7",
            roles = new[] { "admin" },
            role = "admin",
            tier = "pro",
            emailVerified = true,
            emailVerifiedAt = "2020-01-01T00:00:00Z",
            twoFactor = true,
            createdAt = "2020-01-01T00:00:00Z",
            sessionEpoch = 5,
            version = 9,
        };
        var answer = await api.Http.PostAsJsonAsync("auth/register", body);
        var me = await new ApiUser(api.Http, (await answer.Content.ReadFromJsonAsync<JsonNode>())!).GetAsync("auth/me");

        Assert.NotEqual("7", me["id"]!.GetValue<string>());
        Assert.Equal("free", me["tier"]!.GetValue<string>());
        Assert.Equal(["user"], me["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
        Assert.False(me["emailVerified"]!.GetValue<bool>());
        Assert.False(me["twoFactor"]!.GetValue<bool>());
        Assert.DoesNotContain("2020", me["createdAt"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(ApiUser user, string current, string next) =>
        user.SendAsync(HttpMethod.Post, "auth/password", new { current, @new = next });

    private async Task<JsonNode> LoginAsync(ApiUser user, string password)
    {
        var answer = await api.Http.PostAsJsonAsync("auth/login", new { email = user.Email, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private Task<HttpResponseMessage> RefreshAsync(JsonNode refreshToken) =>
        api.Http.PostAsJsonAsync("auth/refresh", new { refreshToken = refreshToken.GetValue<string>() });
}
