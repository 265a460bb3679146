using System.Net;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Chat;

/// <summary>Rooms are their members' only.</summary>
[Collection(ApiCollection.Name)]
public sealed class ChatAccessTests(ApiFixture api)
{
    private static readonly (HttpMethod Method, string Path, object? Body)[] Routes =
    [
        (HttpMethod.Get, "messages", null),
        (HttpMethod.Get, "events", null),
        (HttpMethod.Post, "messages", new { content = "Hello" }),
        (HttpMethod.Post, "typing", new { }),
        (HttpMethod.Post, "read", new { sequence = 1 }),
        (HttpMethod.Post, "signal", new { data = 1 }),
        (HttpMethod.Post, "negotiate", null),
        (HttpMethod.Post, "members", new { userId = Rooms.Cy }),
        (HttpMethod.Delete, "members", new { userId = Rooms.Cy }),
    ];

    [Fact]
    public async Task For_a_stranger_a_room_is_as_good_as_none()
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var stranger = await RegisterAsync("Cy");
        var roomId = await ada.CreateRoomAsync(bo);

        foreach (var (method, path, body) in Routes)
        {
            var theirs = await RefusedAsync(stranger, method, $"chat/{roomId}/{path}", body);
            var nobodys = await RefusedAsync(stranger, method, $"chat/room_{Guid.NewGuid()}/{path}", body);
            Assert.Equal(nobodys, theirs);
        }

        Assert.Empty((await stranger.Api.GetAsync("chat/rooms")).AsArray());
    }

    [Fact]
    public async Task Who_is_removed_hears_no_more_and_finds_no_room()
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var cy = await RegisterAsync("Cy");
        var roomId = await ada.CreateRoomAsync(bo, cy);
        await using var bos = await bo.ListenAsync(roomId);
        await using var cys = await cy.ListenAsync(roomId);
        await ada.PostAsync(roomId, "For all");
        await cys.NextAsync("message");

        var removed = await ada.Api.SendAsync(HttpMethod.Delete, $"chat/{roomId}/members", new { userId = cy.Id });
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await ada.PostAsync(roomId, "Not for Cy");

        while (await cys.NextAsync() is { } heard)
            Assert.NotEqual("message", heard.Type);
        foreach (var (method, path, body) in Routes)
            await RefusedAsync(cy, method, $"chat/{roomId}/{path}", body);
        Assert.Empty((await cy.Api.GetAsync("chat/rooms")).AsArray());
        Assert.Equal(["For all", "Cy left", "Not for Cy"], (await bos.MessagesAsync(3)).Select(message => (string?)message["content"]));
    }

    [Fact]
    public async Task A_member_who_does_not_run_the_room_decides_on_nobody_but_themselves()
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var cy = await RegisterAsync("Cy");
        var roomId = await ada.CreateRoomAsync(bo);
        var path = $"chat/{roomId}/members";

        await ApiAssert.ProblemAsync(await bo.Api.SendAsync(HttpMethod.Post, path, new { userId = cy.Id }), HttpStatusCode.Forbidden, "forbidden");
        await ApiAssert.ProblemAsync(await bo.Api.SendAsync(HttpMethod.Delete, path, new { userId = ada.Id }), HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.NoContent, (await bo.Api.SendAsync(HttpMethod.Delete, path, new { userId = bo.Id })).StatusCode);
        await RefusedAsync(bo, HttpMethod.Post, "chat/rooms", new { trainerId = Rooms.Ada, clientId = bo.Id }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_makes_a_room_for_others_or_for_nobody()
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var cy = await RegisterAsync("Cy");
        await RefusedAsync(cy, HttpMethod.Post, "chat/rooms", new { trainerId = ada.Id, clientId = bo.Id }, HttpStatusCode.Forbidden);
        foreach (var body in new object[]
        {
            new { }, new { members = Array.Empty<string>() }, new { members = new[] { cy.Id } }, new { members = new string?[] { null } },
            new { trainerId = cy.Id }, new { trainerId = cy.Id, clientId = cy.Id }, new { trainerId = cy.Id, clientId = "' or '1'='1" },
            new { members = new[] { Rooms.Ada } }, new { members = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()) },
            new { trainerId = cy.Id, clientId = bo.Id, members = new[] { bo.Id } },
        })
            await RefusedAsync(cy, HttpMethod.Post, "chat/rooms", body, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("messages", """{}""", 400)]
    [InlineData("messages", """{"content":7}""", 400)]
    [InlineData("messages", """{"content":"a","id":"a/b"}""", 400)]
    [InlineData("messages", """{"content":"\ud800"}""", 400)]
    [InlineData("messages", """{"content":"\u0007"}""", 422)]
    [InlineData("messages", """{"content":" "}""", 422)]
    [InlineData("messages", """null""", 400)]
    [InlineData("read", """{}""", 400)]
    [InlineData("read", """{"sequence":-1}""", 400)]
    [InlineData("read", """{"sequence":99999999999999999999}""", 400)]
    [InlineData("signal", """{}""", 400)]
    [InlineData("signal", """{"data":1,"to":"nobody"}""", 400)]
    [InlineData("signal", """{"data":"\ud800"}""", 400)]
    [InlineData("typing", """[]""", 400)]
    [InlineData("members", """{"userId":"nobody"}""", 400)]
    public async Task What_cannot_be_sent_is_told_so(string path, string body, int status)
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var roomId = await ada.CreateRoomAsync(bo);

        await RefusedAsync(ada, HttpMethod.Post, $"chat/{roomId}/{path}", body, (HttpStatusCode)status);
    }

    [Theory]
    [InlineData("messages?after=-1")]
    [InlineData("messages?limit=0")]
    [InlineData("messages?limit=1001")]
    [InlineData("events?after=x")]
    [InlineData("events?lastEventId=1.2.3")]
    public async Task A_place_that_there_is_not_is_told_so(string path)
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var roomId = await ada.CreateRoomAsync(bo);

        await RefusedAsync(ada, HttpMethod.Get, $"chat/{roomId}/{path}", null, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_event_source_may_send_its_token_in_the_query_and_nobody_else()
    {
        var (ada, bo) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"));
        var roomId = await ada.CreateRoomAsync(bo);

        using var events = await api.Http.GetAsync($"chat/{roomId}/events?access_token={ada.Api.Token}", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        await ApiAssert.ProblemAsync(await api.Http.GetAsync($"chat/{roomId}/messages?access_token={ada.Api.Token}"), HttpStatusCode.Unauthorized);
    }

    /// <summary>The problem without what differs from request to request.</summary>
    private static async Task<string> RefusedAsync(
        ChatUser user, HttpMethod method, string path, object? body, HttpStatusCode expected = HttpStatusCode.NotFound)
    {
        var problem = (await ApiAssert.ProblemAsync(await user.Api.SendAsync(method, path, body), expected)).AsObject();
        problem.Remove("traceId");
        return problem.ToJsonString();
    }

    private Task<ChatUser> RegisterAsync(string name) => ChatUser.RegisterAsync(api.Http, name);
}
