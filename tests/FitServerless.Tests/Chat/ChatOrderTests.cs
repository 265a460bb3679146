using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Chat;

/// <summary>One gap-free order for all, each message once, whatever happens.</summary>
public sealed class ChatOrderTests
{
    private const int Members = 8;

    [Fact]
    public async Task Eight_writers_and_eight_readers_who_come_and_go_see_the_same_order()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString);
        using var http = ApiFixture.Client(host.BaseAddress);
        var storm = await GatherAsync(http, messagesEach: 20);
        storm.TurnTo(http);

        await storm.RunAsync();

        Check(storm);
    }

    [Fact]
    public async Task Listeners_at_one_process_hear_what_was_said_at_another()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var secret = ("JWT_SECRET", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await using var first = await ApiFixture.StartHostAsync(azurite.ConnectionString, secret);
        await using var second = await ApiFixture.StartHostAsync(azurite.ConnectionString, secret);
        using var http = ApiFixture.Client(first.BaseAddress);
        using var other = ApiFixture.Client(second.BaseAddress);
        var (ada, bo) = (await ChatUser.RegisterAsync(http, "Ada"), await ChatUser.RegisterAsync(http, "Bo"));
        var roomId = await ada.CreateRoomAsync(bo);
        await using var adas = await ada.ListenAsync(roomId);
        await using var bos = await bo.At(other).ListenAsync(roomId);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? ada : bo.At(other)).PostAsync(roomId, $"{i}")));

        Assert.Equal(Texts(await adas.MessagesAsync(20)), Texts(await bos.MessagesAsync(20)));
    }

    [Fact]
    public async Task A_backend_killed_in_the_middle_of_it_loses_nothing_it_accepted_and_doubles_nothing()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        // Not disposed of before the end: that would cancel the requests that are under way, where a kill breaks them off.
        var backends = new List<BackendProcess> { await BackendProcess.StartAsync(azurite.ConnectionString, secret) };
        var storm = await GatherAsync(backends[0].Http, messagesEach: 12);
        storm.TurnTo(backends[0].Http);
        var running = storm.RunAsync();
        for (var round = 0; round < 4; round++)
        {
            // At the moment of an answer the others are somewhere between request, signal, batch, state and stream.
            for (var accepted = 0; accepted < 9 + round; accepted++)
                await await Task.WhenAny(storm.Accepted.WaitAsync(), running);
            storm.TurnAway();
            await backends[^1].KillAsync();
            backends.Add(await BackendProcess.StartAsync(azurite.ConnectionString, secret));
            storm.TurnTo(backends[^1].Http);
        }

        await running;
        backends.ForEach(backend => backend.Dispose());
        Check(storm);
    }

    private static async Task<ChatStorm> GatherAsync(HttpClient http, int messagesEach)
    {
        var members = new List<ChatUser>();
        while (members.Count < Members)
            members.Add(await ChatUser.RegisterAsync(http, $"Member {members.Count}"));
        return new ChatStorm(await members[0].CreateRoomAsync([.. members.Skip(1)]), members, messagesEach);
    }

    private static void Check(ChatStorm storm)
    {
        Assert.Equal(Members, storm.Heard.Count);
        var first = storm.Heard.First();
        Assert.Equal(Enumerable.Range(1, storm.Total), first.Select(message => (int)message["sequence"]!));
        Assert.Equal(storm.Total, first.Select(message => (string?)message["id"]).Distinct().Count());
        Assert.All(storm.Heard, heard => Assert.Equal(Texts(first), Texts(heard)));
    }

    private static IEnumerable<string> Texts(IEnumerable<JsonNode> messages) => messages.Select(message => message.ToJsonString());
}
