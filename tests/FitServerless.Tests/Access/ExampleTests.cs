using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.Access;

/// <summary>What the document shows to copy works. The matrix sends most of the examples itself; these are the others, in the life of one account.</summary>
public sealed class ExampleTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly string[] Life = ["Register", "Login", "RequestMagicLink", "RecordEvents", "ChangePassword", "DeleteAccount"];

    [Fact]
    public void Every_example_is_sent_by_the_matrix_or_here() => Assert.Equal(
        Life.Order(),
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
