using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Chat;
using FitServerless.Chat.WebPubSub;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Chat;

public sealed class WebPubSubTests : IAsyncLifetime, IDisposable
{
    private readonly MemoryRoomStore _store = new();
    private WebPubSubStub _stub = null!;
    private WebPubSubService _service = null!;
    private WebPubSubPublisher _publisher = null!;
    private RoomWriter _writer = null!;

    public async Task InitializeAsync()
    {
        _stub = await WebPubSubStub.StartAsync();
        _service = Service(_stub.ConnectionString);
        _publisher = new WebPubSubPublisher(_service, TimeProvider.System, NullLogger<WebPubSubPublisher>.Instance);
        _writer = new RoomWriter(_store, [_publisher], TimeProvider.System);
        await RoomWorld.CreateAsync(_store);
        await _publisher.StartAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _publisher.StopAsync(default);
        await _stub.DisposeAsync();
    }

    public void Dispose()
    {
        _publisher.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_message_goes_to_the_rooms_group_signed_for_that_url()
    {
        await WriteAsync(room => Rooms.Post(room, "a", "Grüße 🚴"));
        await _stub.ReceiveAsync(1);

        var (method, path, body) = Assert.Single(_stub.Calls);
        Assert.Equal(("POST", "/api/hubs/chat/groups/room_1/:send"), (method, path));
        Assert.Equal(("message", "a", "Grüße 🚴"), ((string?)body!["type"], (string?)body["id"], (string?)body["content"]));
        Assert.Equal(1, (long)body["sequence"]!);
    }

    [Fact]
    public async Task A_service_that_fails_for_a_while_delays_a_rooms_news_and_does_not_reorder_them()
    {
        _stub.Fail(HttpStatusCode.InternalServerError, HttpStatusCode.TooManyRequests);

        for (var i = 0; i < 5; i++)
            await WriteAsync(room => Rooms.Post(room, $"{room.LastSequence}"));
        await _stub.ReceiveAsync(5);

        Assert.Equal(["0", "1", "2", "3", "4"], _stub.Calls.Select(call => (string?)call.Body!["id"]));
    }

    [Fact]
    public async Task News_that_is_not_taken_is_given_up_and_the_next_goes_out()
    {
        _stub.Fail(HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.Unauthorized);

        for (var i = 0; i < 3; i++)
            await WriteAsync(room => Rooms.Post(room, $"{room.LastSequence}"));
        await _stub.ReceiveAsync(1);

        Assert.Equal("2", (string?)Assert.Single(_stub.Calls).Body!["id"]);
        Assert.Equal(5, _stub.Attempts);
    }

    [Fact]
    public async Task Who_is_removed_leaves_the_group_before_anything_else_is_said()
    {
        await WriteAsync(room => Membership.Remove(room, Rooms.Ada, Rooms.Bo, DateTimeOffset.UnixEpoch).Write!);
        await _stub.ReceiveAsync(2);

        Assert.Equal(
            [("DELETE", $"/api/hubs/chat/users/{Rooms.Bo}/groups/room_1"), ("POST", "/api/hubs/chat/groups/room_1/:send")],
            _stub.Calls.Select(call => (call.Method, call.Path)));
    }

    [Fact]
    public async Task A_signal_for_one_goes_to_one()
    {
        await WriteAsync(room => Rooms.Signal(room, "s") is var write ? write with { Signal = write.Signal! with { To = Rooms.Bo } } : write);
        await _stub.ReceiveAsync(1);

        Assert.Equal($"/api/hubs/chat/users/{Rooms.Bo}/:send", Assert.Single(_stub.Calls).Path);
    }

    [Fact]
    public void A_clients_grant_names_them_and_the_one_room_and_ends_soon()
    {
        var grant = _service.Grant("room_1", Rooms.Ada)!;

        var claims = JsonNode.Parse(Jwt.Verify(grant.Token, Encoding.UTF8.GetBytes(WebPubSubStub.Key))!)!;
        var hub = new Uri(grant.Url);
        Assert.Equal(("ws", "/client/hubs/chat"), (hub.Scheme, hub.AbsolutePath));
        Assert.Equal($"http://{hub.Authority}/client/hubs/chat", (string?)claims["aud"]);
        Assert.Equal(Rooms.Ada, (string?)claims["sub"]);
        Assert.Equal(["room_1"], claims["webpubsub.group"]!.AsArray().Select(group => (string?)group));
        Assert.Null(claims["role"]);
        Assert.Equal(300, (long)claims["exp"]! - (long)claims["iat"]!);
    }

    [Fact]
    public void Without_configuration_there_is_no_grant()
    {
        using var service = Service("");
        Assert.Null(service.Grant("room_1", Rooms.Ada));
    }

    [Theory]
    [InlineData("Endpoint=https://a.webpubsub.azure.com;AccessKey=k==;Version=1.0;", "https://a.webpubsub.azure.com/", "k==")]
    [InlineData("endpoint=http://localhost;accesskey=k;port=8080", "http://localhost:8080/", "k")]
    [InlineData("Endpoint=https://a", null, null)]
    [InlineData("AccessKey=k", null, null)]
    [InlineData("Endpoint=ftp://a;AccessKey=k", null, null)]
    [InlineData("Endpoint=https://a;AccessKey=k;Port=99999", null, null)]
    public void A_connection_string_has_an_endpoint_and_a_key(string text, string? address, string? key)
    {
        var endpoint = WebPubSubEndpoint.TryParse(text);
        Assert.Equal((address, key), (endpoint?.Address.AbsoluteUri, endpoint?.Key));
    }

    private static WebPubSubService Service(string connectionString) =>
        new(Options.Create(new WebPubSubOptions { ConnectionString = connectionString }), TimeProvider.System);

    private Task WriteAsync(Func<Room, RoomWrite> write) => _writer.WriteAsync(RoomWorld.RoomId, null, write, default);
}
