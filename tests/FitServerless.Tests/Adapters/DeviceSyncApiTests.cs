using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Adapters;

[Collection(ApiCollection.Name)]
public sealed class DeviceSyncApiTests(ApiFixture api)
{
    /// <summary>Seconds, in the past: a clock that is ahead would be set right.</summary>
    private const long Start = 1_763_700_000;

    [Fact]
    public async Task What_one_device_sends_another_gets_in_the_same_shape_and_itself_never()
    {
        var user = await api.RegisterAsync();
        var plan = new { action = "create", id = "french-b1", data = new { title = "French B1", tags = new[] { "french" } }, updated_at = Start };
        var session = new { action = "create", id = "s-1", data = new { plan_id = "french-b1", start = Start }, updated_at = Start };

        var sent = await SyncAsync(user, "laptop", new { plans = new[] { plan }, sessions = new[] { session }, cards = Array.Empty<object>(), deleted_ids = Array.Empty<string>() });
        Assert.Empty(All(sent));
        Assert.Empty(All(await SyncAsync(user, "laptop", new { })));

        var got = await SyncAsync(user, "phone", new { });
        var delta = Assert.Single(got["plans"]!.AsArray())!;
        Assert.Equal("create", delta["action"]!.GetValue<string>());
        Assert.Equal("french-b1", delta["id"]!.GetValue<string>());
        Assert.Equal("French B1", delta["data"]!["title"]!.GetValue<string>());
        Assert.Equal("french-b1", delta["data"]!["id"]!.GetValue<string>());
        Assert.Single(got["sessions"]!.AsArray());
        Assert.Empty(got["cards"]!.AsArray());
    }

    [Fact]
    public async Task Times_come_back_in_the_unit_in_which_the_device_counts()
    {
        var user = await api.RegisterAsync();
        await SyncAsync(user, "seconds", new { cards = new[] { Delta("create", "a", "q", Start) } });

        var inMilliseconds = await SyncAsync(user, "milliseconds", new { cards = new[] { Delta("create", "b", "q", Start * 1000) } });
        var inSeconds = await SyncAsync(user, "seconds", new { });

        Assert.Equal(Start, Find(inSeconds, "b")!["updated_at"]!.GetValue<long>());
        Assert.Equal(Start * 1000, Find(inMilliseconds, "a")!["updated_at"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_comes_again_until_the_device_has_shown_that_it_got_it()
    {
        var user = await api.RegisterAsync();
        await SyncAsync(user, "phone", new { cards = new[] { Delta("create", "own", "q", Start) } });
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("create", "theirs", "q", Start) } });
        for (var lost = 0; lost < 3; lost++)
            Assert.NotNull(Find(await SyncAsync(user, "phone", new { cards = new[] { Delta("update", "own", "edited", Start + 1) } }), "theirs"));

        // Something else is sent, so the edit before has got its answer.
        Assert.Null(Find(await SyncAsync(user, "phone", new { cards = new[] { Delta("create", "another", "q", Start + 2) } }), "theirs"));
    }

    [Fact]
    public async Task A_token_sent_back_tells_that_the_answer_has_arrived()
    {
        var user = await api.RegisterAsync();
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("create", "theirs", "q", Start) } });

        var first = await SyncAsync(user, "phone", new { });
        var second = await SyncAsync(user, "phone", new { });
        var third = await SyncAsync(user, "phone", new { sync_token = second["sync_token"]!.GetValue<string>() });

        Assert.NotNull(Find(first, "theirs"));
        Assert.NotNull(Find(second, "theirs"));
        Assert.Empty(All(third));
    }

    [Fact]
    public async Task A_document_that_the_device_has_never_had_is_a_create_however_often_it_was_edited()
    {
        var user = await api.RegisterAsync();
        var token = (await SyncAsync(user, "phone", new { }))["sync_token"]!.GetValue<string>();
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("create", "a", "1", Start) } });
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("update", "a", "2", Start + 1) } });

        var created = await SyncAsync(user, "phone", new { sync_token = token });
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("update", "a", "3", Start + 2) } });
        var updated = await SyncAsync(user, "phone", new { sync_token = created["sync_token"]!.GetValue<string>() });

        Assert.Equal("create", Find(created, "a")!["action"]!.GetValue<string>());
        Assert.Equal("update", Find(updated, "a")!["action"]!.GetValue<string>());
        Assert.Equal("3", Find(updated, "a")!["data"]!["question"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_later_edit_wins_and_the_device_that_lost_is_told()
    {
        var user = await api.RegisterAsync();
        await SyncAsync(user, "phone", new { cards = new[] { Delta("create", "a", "first", Start) } });
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("update", "a", "later", Start + 10) } });

        var answer = await SyncAsync(user, "phone", new { cards = new[] { Delta("update", "a", "earlier", Start + 5) } });

        Assert.Equal("later", Find(answer, "a")!["data"]!["question"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_edits_of_one_device_in_the_same_second_are_two_edits()
    {
        var user = await api.RegisterAsync();
        foreach (var text in new[] { "1", "2", "3", "4", "5" })
            Assert.Empty(All(await SyncAsync(user, "phone", new { cards = new[] { Delta("update", "a", text, Start) } })));

        Assert.Equal("5", Find(await SyncAsync(user, "laptop", new { }), "a")!["data"]!["question"]!.GetValue<string>());
        Assert.Empty(All(await SyncAsync(user, "phone", new { cards = new[] { new { action = "delete", id = "a", updated_at = Start } } })));
        Assert.Equal("delete", Find(await SyncAsync(user, "laptop", new { }), "a")!["action"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_update_keeps_what_it_leaves_out()
    {
        var user = await api.RegisterAsync();
        await SyncAsync(user, "phone", new { cards = new[] { Delta("create", "a", "q", Start) } });
        var partial = new { action = "update", id = "a", data = new { answer = "yes" }, updated_at = Start + 1 };

        var answer = await SyncAsync(user, "phone", new { cards = new[] { partial } });

        Assert.Equal("q", Find(answer, "a")!["data"]!["question"]!.GetValue<string>());
        Assert.Equal("yes", Find(answer, "a")!["data"]!["answer"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_delete_travels_and_a_repeat_of_it_deletes_nothing_that_was_made_since()
    {
        var user = await api.RegisterAsync();
        await SyncAsync(user, "phone", new { cards = new[] { Delta("create", "a", "q", Start) } });
        await SyncAsync(user, "laptop", new { });
        await SyncAsync(user, "phone", new { deleted_ids = new[] { "a" } });

        var told = await SyncAsync(user, "laptop", new { });
        Assert.Equal("delete", Find(told, "a")!["action"]!.GetValue<string>());
        Assert.Equal("a", Assert.Single(told["deleted_ids"]!.AsArray())!.GetValue<string>());
        var future = DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeMilliseconds();
        await SyncAsync(user, "laptop", new { cards = new[] { Delta("create", "a", "again", future) } });

        // The answer to the delete was lost; the device sends it again, and learns that the card is back.
        var repeated = await SyncAsync(user, "phone", new { deleted_ids = new[] { "a" } });
        Assert.Equal("again", Find(repeated, "a")!["data"]!["question"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_bad_change_does_not_hold_up_the_others()
    {
        var user = await api.RegisterAsync();
        var answer = await SyncAsync(user, "phone", new
        {
            cards = new object[] { Delta("create", "a/b", "q", Start), Delta("explode", "c", "q", Start), new { id = 5.5 }, Delta("create", "good", "q", Start) },
        });

        Assert.Equal(3, answer["rejected"]!.AsArray().Count);
        Assert.NotNull(Find(await SyncAsync(user, "laptop", new { }), "good"));
    }

    [Fact]
    public async Task A_device_must_have_a_name()
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "sync", new { }), HttpStatusCode.BadRequest, "invalid");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Devices_that_lose_answers_come_out_the_same(int seed)
    {
        var user = await api.RegisterAsync();
        var random = new Random(seed);
        var devices = Enumerable.Range(0, 5).Select(number => new LearningDevice(user, $"device-{number}")).ToList();
        var now = Start;
        var number = 0;
        for (var turn = 0; turn < 60; turn++)
        {
            var device = devices[random.Next(devices.Count)];
            now += 2;
            if (random.Next(5) > 0)
                device.Put($"card-{random.Next(12)}", $"text {++number}", now);
            else if (device.Rows.Count > 0)
                device.Delete(device.Rows.Keys.Order().ElementAt(random.Next(device.Rows.Count)));
            if (random.Next(2) == 0)
                await device.SyncAsync(now, isLost: random.Next(3) == 0);
        }

        foreach (var device in devices.Concat(devices))
            await device.SyncAsync(now += 2);
        var fresh = new LearningDevice(user, "fresh");
        await fresh.SyncAsync(now + 2);
        foreach (var device in devices)
            Assert.Equal(fresh.Rows.OrderBy(row => row.Key), device.Rows.OrderBy(row => row.Key));
        Assert.NotEmpty(fresh.Rows);
    }

    private static object Delta(string action, string id, string question, long at) => new { action, id, data = new { question }, updated_at = at };

    private static async Task<JsonNode> SyncAsync(ApiUser user, string device, object body)
    {
        var response = await user.SendAsync(HttpMethod.Post, "sync", body, ("X-Device-ID", device));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private static IEnumerable<JsonNode?> All(JsonNode answer) =>
        new[] { "plans", "sessions", "cards" }.SelectMany(collection => answer[collection]!.AsArray());

    private static JsonNode? Find(JsonNode answer, string id) => All(answer).FirstOrDefault(delta => delta!["id"]!.GetValue<string>() == id);
}
