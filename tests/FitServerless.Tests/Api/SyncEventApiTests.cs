using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class SyncEventApiTests(ApiFixture api)
{
    private const string Events = "api/sync/events";

    [Fact]
    public async Task A_push_on_one_device_is_told_to_the_other_which_pulls_it()
    {
        var phone = await api.RegisterAsync();
        var watch = phone.OtherDevice();
        await watch.SyncAsync();
        await using var stream = await watch.ListenAsync(Events);

        var pushed = await PushAsync(phone, "a");

        var told = await stream.NextAsync();
        Assert.Equal(("changed", pushed), (told.EventType, told.EventId));
        Assert.Equal(pushed, JsonNode.Parse(told.Data)!["cursor"]!.GetValue<string>());
        Assert.Equal("a", (await watch.SyncAsync())["changes"]!.AsArray().Single()!["localId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_device_that_was_away_is_told_at_once_what_it_missed()
    {
        var phone = await api.RegisterAsync();
        string seen;
        await using (var stream = await phone.ListenAsync(Events))
            seen = stream.LastEventId;
        var pushed = await PushAsync(phone, "a");

        await using var back = await phone.ListenAsync(Events, seen);

        Assert.Equal(pushed, (await back.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_device_that_missed_nothing_is_told_of_the_next_push_only()
    {
        var phone = await api.RegisterAsync();
        var first = await PushAsync(phone, "a");
        await using var stream = await phone.ListenAsync(Events, first);

        var second = await PushAsync(phone, "b");

        Assert.Equal(second, (await stream.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_cursor_from_the_future_is_told_where_the_log_really_ends()
    {
        var phone = await api.RegisterAsync();
        var pushed = await PushAsync(phone, "a");

        await using var stream = await phone.ListenAsync(Events, "2099-01-01T00:00:00Z");

        Assert.Equal(pushed, (await stream.NextAsync()).EventId);
    }

    [Fact]
    public async Task Other_users_are_told_nothing()
    {
        var (ada, bob) = (await api.RegisterAsync(), await api.RegisterAsync());
        await using var stream = await bob.ListenAsync(Events);

        await PushAsync(ada, "a");
        var own = await PushAsync(bob, "b");

        Assert.Equal(own, (await stream.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_browser_brings_token_and_last_id_in_the_query()
    {
        var phone = await api.RegisterAsync();
        var pushed = await PushAsync(phone, "a");
        var url = $"{Events}?access_token={phone.Token}&lastEventId=2020-01-01T00:00:00Z";

        await using var stream = await ApiStream.OpenAsync(api.Http, new HttpRequestMessage(HttpMethod.Get, url));

        Assert.Equal(pushed, (await stream.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_token_in_the_query_opens_streams_and_nothing_else()
    {
        var phone = await api.RegisterAsync();

        await ApiAssert.ProblemAsync(await api.Http.GetAsync($"api/workouts?access_token={phone.Token}"), HttpStatusCode.Unauthorized);
        await ApiAssert.ProblemAsync(await api.Http.GetAsync(Events), HttpStatusCode.Unauthorized);
        await ApiAssert.ProblemAsync(await api.Http.GetAsync($"{Events}?access_token=forged"), HttpStatusCode.Unauthorized);
        await ApiAssert.ProblemAsync(
            await phone.SendAsync(HttpMethod.Get, $"{Events}?access_token={phone.Token}"), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    public async Task An_id_that_no_stream_gave_out_is_refused(string lastEventId)
    {
        var phone = await api.RegisterAsync();
        var response = await phone.SendAsync(HttpMethod.Get, Events, null, ("Last-Event-ID", lastEventId));
        await ApiAssert.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task A_user_with_too_many_streams_is_refused()
    {
        var phone = await api.RegisterAsync();
        var streams = new List<ApiStream>();
        for (var i = 0; i < 20; i++)
            streams.Add(await phone.ListenAsync(Events));

        var response = await phone.SendAsync(HttpMethod.Get, Events);
        await ApiAssert.ProblemAsync(response, HttpStatusCode.TooManyRequests, "too-many-streams");
        Assert.NotNull(response.Headers.RetryAfter);

        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    /// <summary>The cursor of the push.</summary>
    private static async Task<string> PushAsync(ApiUser device, string localId)
    {
        var answer = await device.OtherDevice().SyncAsync(SampleWorkouts.Change("create", SampleWorkouts.Ride(localId)));
        Assert.Equal("applied", answer["results"]![0]!["status"]!.GetValue<string>());
        return answer["syncedAt"]!.GetValue<string>();
    }
}
