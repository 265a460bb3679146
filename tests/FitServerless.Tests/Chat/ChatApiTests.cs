using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Chat;

[Collection(ApiCollection.Name)]
public sealed class ChatApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_trainer_and_a_client_have_one_room_whoever_makes_it_and_however_often()
    {
        var (trainer, client) = await PairAsync();
        var roomId = $"trainer_{trainer.Id}_client_{client.Id}";
        var request = new { trainerId = trainer.Id, clientId = client.Id };

        foreach (var user in new[] { trainer, client, trainer })
        {
            var room = await user.Api.ReadAsync(HttpMethod.Post, "chat/rooms", request, HttpStatusCode.Created);
            Assert.Equal(roomId, (string?)room["roomId"]);
            Assert.Equal([trainer.Id, client.Id], room["members"]!.AsArray().Select(member => (string?)member));
        }
    }

    [Fact]
    public async Task With_the_same_key_a_group_is_made_once()
    {
        var (ada, bo) = await PairAsync();
        var rooms = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            var response = await ada.Api.SendAsync(HttpMethod.Post, "chat/rooms", new { members = new[] { bo.Id } }, ("Idempotency-Key", "group-1"));
            rooms.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["roomId"]!);
        }

        Assert.Single(rooms);
        Assert.NotEqual(rooms.Single(), await ada.CreateRoomAsync(bo));
    }

    [Fact]
    public async Task A_message_is_heard_by_all_and_read_back_by_all()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        await using var adas = await ada.ListenAsync(roomId);
        await using var bos = await bo.ListenAsync(roomId);

        var accepted = await ada.PostAsync(roomId, "Grüße 🚴", "m1");

        Assert.Equal("m1", (string?)accepted["id"]);
        foreach (var listener in new[] { adas, bos })
        {
            var message = await listener.NextAsync("message");
            Assert.Equal(("m1", 1, ada.Id, "Ada", "Grüße 🚴"), Parts(message));
            Assert.Equal("1", listener.LastId);
        }

        Assert.Equal(("m1", 1, ada.Id, "Ada", "Grüße 🚴"), Parts(Assert.Single(await bo.MessagesAsync(roomId))));
    }

    [Fact]
    public async Task The_same_id_twice_is_one_message()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        await using var bos = await bo.ListenAsync(roomId);

        await ada.PostAsync(roomId, "Hello", "m1");
        await ada.PostAsync(roomId, "Hello", "m1");
        await ada.PostAsync(roomId, "Bye", "m2");

        Assert.Equal(["m1", "m2"], (await bos.MessagesAsync(2)).Select(message => (string?)message["id"]));
        Assert.Equal(2, (await bo.MessagesAsync(roomId)).Count);
    }

    [Fact]
    public async Task Who_comes_back_hears_what_they_missed_and_nothing_twice()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        string? lastId;
        await using (var bos = await bo.ListenAsync(roomId))
        {
            await ada.PostAsync(roomId, "1");
            await bos.NextAsync("message");
            lastId = bos.LastId;
        }

        await using (var adas = await ada.ListenAsync(roomId, "1"))
        {
            await ada.PostAsync(roomId, "2");
            await ada.PostAsync(roomId, "3");
            await adas.MessagesAsync(2);
        }

        await using var again = await bo.ListenAsync(roomId, lastId);
        await ada.PostAsync(roomId, "4");
        Assert.Equal(["2", "3", "4"], (await again.MessagesAsync(3)).Select(message => (string?)message["content"]));
    }

    [Fact]
    public async Task Messages_are_read_by_the_page()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        await using var bos = await bo.ListenAsync(roomId);
        for (var i = 1; i <= 5; i++)
            await ada.PostAsync(roomId, $"{i}");
        await bos.MessagesAsync(5);

        var page = await bo.Api.SendAsync(HttpMethod.Get, $"chat/{roomId}/messages?after=1&limit=2");

        Assert.Equal([2, 3], JsonNode.Parse(await page.Content.ReadAsStringAsync())!.AsArray().Select(message => (int)message!["sequence"]!));
        Assert.Equal([$"</chat/{roomId}/messages?limit=2&after=3>; rel=\"next\""], page.Headers.GetValues("Link"));
        Assert.Equal([4, 5], (await bo.MessagesAsync(roomId, after: 3, limit: 3)).Select(message => (int)message["sequence"]!));
    }

    [Fact]
    public async Task Members_hear_who_is_here_who_types_and_who_has_read()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        await using var adas = await ada.ListenAsync(roomId);
        Assert.Equal((ada.Id, true), await PresenceAsync(adas));
        await using (var bos = await bo.ListenAsync(roomId))
        {
            Assert.Equal((bo.Id, true), await PresenceAsync(adas));
            await bo.SendAsync(roomId, "typing");
            var typing = await adas.NextAsync("typing");
            Assert.Equal((bo.Id, true), ((string?)typing["userId"], (bool)typing["typing"]!));
            await bo.SendAsync(roomId, "typing", new { typing = false });
            Assert.False((bool)(await adas.NextAsync("typing"))["typing"]!);
            await ada.PostAsync(roomId, "Hello");
            await bos.NextAsync("message");
            await bo.SendAsync(roomId, "read", new { sequence = 1 });
            var read = await adas.NextAsync("read");
            Assert.Equal((bo.Id, 1), ((string?)read["userId"], (long)read["sequence"]!));
        }

        Assert.Equal((bo.Id, false), await PresenceAsync(adas));
    }

    [Fact]
    public async Task A_signal_reaches_whom_it_is_for_and_once()
    {
        var (ada, bo) = await PairAsync();
        var cy = await ChatUser.RegisterAsync(api.Http, "Cy");
        var roomId = await ada.CreateRoomAsync(bo, cy);
        await using var cys = await cy.ListenAsync(roomId);
        string? lastId;
        await using (var bos = await bo.ListenAsync(roomId))
        {
            await ada.SendAsync(roomId, "signal", new { to = bo.Id, data = new { sdp = "offer" } });
            await ada.SendAsync(roomId, "signal", new { data = new { candidate = 1 } });
            var offer = await bos.NextAsync("signal");
            Assert.Equal((ada.Id, "offer"), ((string?)offer["userId"], (string?)offer["data"]!["sdp"]));
            lastId = bos.LastId;
        }

        Assert.Equal("0.1", lastId);
        await using var again = await bo.ListenAsync(roomId, lastId);
        Assert.Equal(1, (int)(await again.NextAsync("signal"))["data"]!["candidate"]!);
        Assert.Equal(1, (int)(await cys.NextAsync("signal"))["data"]!["candidate"]!);
    }

    [Fact]
    public async Task Who_joins_and_who_leaves_is_said_in_the_room()
    {
        var (ada, bo) = await PairAsync();
        var cy = await ChatUser.RegisterAsync(api.Http, "Cy");
        var roomId = await ada.CreateRoomAsync(bo);
        await using var bos = await bo.ListenAsync(roomId);

        Assert.Equal(HttpStatusCode.NoContent, (await ada.Api.SendAsync(HttpMethod.Post, $"chat/{roomId}/members", new { userId = cy.Id })).StatusCode);
        await cy.PostAsync(roomId, "Hi");
        Assert.Equal(HttpStatusCode.NoContent, (await cy.Api.SendAsync(HttpMethod.Delete, $"chat/{roomId}/members?userId={cy.Id}")).StatusCode);

        var messages = await bos.MessagesAsync(3);
        Assert.Equal(new[] { "Cy joined", "Hi", "Cy left" }.Order(), messages.Select(message => (string?)message["content"]).Order());
        Assert.Equal([1, 2, 3], messages.Select(message => (int)message["sequence"]!));
        Assert.Equal("system", (string?)messages[0]["userId"]);
    }

    [Fact]
    public async Task A_users_rooms_are_listed_with_what_is_unread()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        await using var bos = await bo.ListenAsync(roomId);
        await ada.PostAsync(roomId, "1");
        await ada.PostAsync(roomId, "2");
        await bos.MessagesAsync(2);
        await bo.SendAsync(roomId, "read", new { sequence = 1 });
        await bos.NextAsync("read");

        var room = Assert.Single((await bo.Api.GetAsync("chat/rooms")).AsArray())!;
        Assert.Equal((roomId, 2, 1), ((string?)room["roomId"], (int)room["lastSequence"]!, (int)room["unread"]!));
        Assert.Equal(["Ada", "Bo"], room["members"]!.AsArray().Select(member => (string?)member!["name"]));
    }

    [Fact]
    public async Task Without_web_pub_sub_a_client_is_told_to_listen_here()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);

        var transport = await bo.Api.ReadAsync(HttpMethod.Post, $"chat/{roomId}/negotiate");

        Assert.Equal($$"""{"transport":"sse","url":"/chat/{{roomId}}/events"}""", transport.ToJsonString());
    }

    [Fact]
    public async Task Who_is_mentioned_finds_it_in_the_inbox()
    {
        var (ada, bo) = await PairAsync();
        var roomId = await ada.CreateRoomAsync(bo);
        await ada.PostAsync(roomId, "@Bo, see you at 7?");

        JsonArray inbox;
        while ((inbox = (await bo.Api.GetAsync("api/notifications")).AsArray()).Count == 0)
            await Task.Delay(20);

        Assert.Equal(("Ada mentioned you", roomId), ((string?)inbox[0]!["title"], (string?)inbox[0]!["data"]!["roomId"]));
    }

    private static (string? Id, long Sequence, string? UserId, string? UserName, string? Content) Parts(JsonNode message) => (
        (string?)message["id"], (long)message["sequence"]!, (string?)message["userId"], (string?)message["userName"], (string?)message["content"]);

    private static async Task<(string? UserId, bool Online)> PresenceAsync(ChatListener listener)
    {
        var presence = await listener.NextAsync("presence");
        return ((string?)presence["userId"], (bool)presence["online"]!);
    }

    private async Task<(ChatUser Ada, ChatUser Bo)> PairAsync() =>
        (await ChatUser.RegisterAsync(api.Http, "Ada"), await ChatUser.RegisterAsync(api.Http, "Bo"));
}
