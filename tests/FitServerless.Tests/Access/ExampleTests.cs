using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Functions.OpenApi;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Access;

/// <summary>What the document shows to copy works. The matrix sends most of the examples itself; these are the others, in the lives of two accounts.</summary>
public sealed class ExampleTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly string[] Lives =
    [
        "Register", "Login", "RequestMagicLink", "UseMagicLink", "RefreshAccess", "Logout", "ConfirmSecondFactor", "DisableSecondFactor", "RecordEvents",
        "ChangePassword", "DeleteAccount", "CreateChatRoom", "AddChatMember",
    ];

    [Fact]
    public void Every_example_is_sent_by_the_matrix_or_here() => Assert.Equal(
        Lives.Order(),
        RouteTable.Routes.Select(route => route.Function).Where(name => world.Example(name) is not null && AccessRules.All[name].Body is not null).Order());

    [Fact]
    public async Task An_account_lives_by_the_examples()
    {
        Assert.Equal(HttpStatusCode.Created, (await SendAsync("Register", HttpMethod.Post, "auth/register")).Status);
        var (status, answer) = await SendAsync("Login", HttpMethod.Post, "auth/login");
        Assert.Equal(HttpStatusCode.OK, status);
        var token = (string)answer!["token"]!;
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("RequestMagicLink", HttpMethod.Post, "auth/magic-link")).Status);
        var events = world.Example("RecordEvents")!;
        events["events"]![0]!["at"] = DateTime.UtcNow;
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(events, HttpMethod.Post, "api/events", token)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("ChangePassword", HttpMethod.Post, "auth/password", token)).Status);
        var (before, after) = (world.Example("ChangePassword")!["current"]!.DeepClone(), world.Example("ChangePassword")!["new"]!.DeepClone());
        var back = new JsonObject { ["current"] = after, ["new"] = before };
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(back, HttpMethod.Post, "auth/password", token)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("DeleteAccount", HttpMethod.Delete, "api/account", token)).Status);
    }

    [Fact]
    public async Task Signing_in_goes_by_the_examples()
    {
        var user = await ApiUser.RegisterAsync(world.Http);
        var secret = (string)(await user.ReadAsync(HttpMethod.Post, "auth/2fa/enroll"))["secret"]!;
        var code = With("ConfirmSecondFactor", "code", SecondFactorApiTests.CodeNow(secret));
        var (status, _) = await SendAsync(code, HttpMethod.Post, "auth/2fa/confirm", user.Token);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("DisableSecondFactor", HttpMethod.Post, "auth/2fa/disable", user.Token)).Status);

        var letter = new JsonObject { ["email"] = user.Email };
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(letter, HttpMethod.Post, "auth/magic-link", null)).Status);
        var link = With("UseMagicLink", "token", await Letters.TokenAsync(world.Http, user.Email));
        (status, var signedIn) = await SendAsync(link, HttpMethod.Post, "auth/verify", null);
        Assert.Equal(HttpStatusCode.OK, status);
        var refresh = With("RefreshAccess", "refreshToken", signedIn!["refreshToken"]!);
        (status, var refreshed) = await SendAsync(refresh, HttpMethod.Post, "auth/refresh", null);
        Assert.Equal(HttpStatusCode.OK, status);
        var logout = With("Logout", "refreshToken", refreshed!["refreshToken"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(logout, HttpMethod.Post, "auth/logout", null)).Status);
    }

    [Fact]
    public async Task A_room_fills_and_empties_by_the_examples()
    {
        var (owner, other, third) = (world.Owner, await ApiUser.RegisterAsync(world.Http), await ApiUser.RegisterAsync(world.Http));
        var (status, room) = await SendAsync(With("CreateChatRoom", "members", new JsonArray(other.Id)), HttpMethod.Post, "chat/rooms", owner.Token);
        Assert.Equal(HttpStatusCode.Created, status);
        var members = $"chat/{room!["roomId"]}/members";
        foreach (var (function, change) in new[] { ("AddChatMember", HttpMethod.Post), ("RemoveChatMember", HttpMethod.Delete) })
            Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(With(function, "userId", third.Id), change, members, owner.Token)).Status);
    }

    /// <summary>The example, with one of its members as it is in the test.</summary>
    private JsonNode With(string function, string member, JsonNode value)
    {
        var example = world.Example(function)!;
        Assert.NotNull(example[member]);
        example[member] = value.DeepClone();
        return example;
    }

    private Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(string function, HttpMethod method, string path, string? token = null) =>
        SendAsync(world.Example(function)!, method, path, token);

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(JsonNode body, HttpMethod method, string path, string? token)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var response = await world.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null);
    }
}
