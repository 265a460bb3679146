using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Notifications;
using FitServerless.Tests.Notifications;
using FitServerless.Tests.Workouts.Files;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Api;

public sealed class NotificationApiTests(TwoInstances app) : IClassFixture<TwoInstances>
{
    private const string List = "api/notifications";
    private const string Events = "api/notifications/events";

    private static readonly (string, string)[] ShortStreams = [("EventStreams:MaxSeconds", "1"), ("EventStreams:RetryMilliseconds", "0")];

    private NotificationInbox FirstInbox => app.First.Services.GetRequiredService<NotificationInbox>();

    private NotificationInbox SecondInbox => app.Second.Services.GetRequiredService<NotificationInbox>();

    [Fact]
    public async Task A_notification_reaches_all_devices_whichever_instance_they_are_on()
    {
        var (phone, watch) = await app.RegisterAsync();
        await using var onPhone = await phone.ListenAsync(Events);
        await using var onWatch = await watch.ListenAsync(Events);

        await FirstInbox.AddAsync(phone.Id, Inbox.Mention("m1"), default);

        foreach (var stream in (ApiStream[])[onPhone, onWatch])
        {
            var item = await stream.NextAsync();
            Assert.Equal(("notification", "1"), (item.EventType, item.EventId));
            var json = JsonNode.Parse(item.Data)!;
            Assert.Equal(("m1", "chat-mention"), (json["id"]!.GetValue<string>(), json["kind"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task A_push_to_one_instance_is_told_to_a_device_on_the_other()
    {
        var (phone, watch) = await app.RegisterAsync();
        await using var stream = await watch.ListenAsync("api/sync/events");

        var pushed = await phone.SyncAsync(SampleWorkouts.Change("create", SampleWorkouts.Ride("a")));

        Assert.Equal(pushed["syncedAt"]!.GetValue<string>(), (await stream.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_device_that_keeps_losing_its_stream_gets_every_notification_once_and_in_order()
    {
        const int Count = 60;
        var (phone, watch) = await app.RegisterAsync();
        var writers = Task.WhenAll(WriteAsync(FirstInbox, phone.Id, 0, Count / 2), WriteAsync(SecondInbox, phone.Id, Count / 2, Count / 2));

        var (ids, last) = (new List<string>(), "0");
        for (var connection = 0; ids.Count < Count; connection++)
        {
            await using var stream = await (connection % 2 == 0 ? phone : watch).ListenAsync(Events, last);
            for (var i = 0; i < 7 && ids.Count < Count; i++)
            {
                var item = await stream.NextAsync();
                Assert.Equal($"{ids.Count + 1}", item.EventId);
                ids.Add(JsonNode.Parse(item.Data)!["id"]!.GetValue<string>());
                last = stream.LastEventId;
            }
        }

        await writers;
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"m{i}").Order(), ids.Order());
    }

    [Fact]
    public async Task A_client_that_comes_back_by_itself_each_time_its_stream_ends_gets_every_notification_once()
    {
        var (phone, _) = await app.RegisterAsync();
        var host = await app.StartAnotherAsync(ShortStreams);
        using var listener = await NodeListener.StartAsync(
            new Uri(host.BaseAddress, $"{Events}?access_token={phone.Token}"), "ready", "notification");

        Assert.Equal(["1", "2", "3"], await WriteAtEachConnectionAsync(phone.Id, listener.NextAsync));
    }

    [Fact]
    public async Task A_browser_comes_back_by_itself_as_well()
    {
        if (!Tool.IsInstalled("chromium", "--version"))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The build needs chromium: apt-get install chromium.");
            return;
        }

        var (phone, _) = await app.RegisterAsync();
        await using var browser = await BrowserListener.StartAsync();
        var host = await app.StartAnotherAsync([.. ShortStreams, ("Http:AllowedOrigins", browser.Origin)]);
        browser.Open(new Uri(host.BaseAddress, $"{Events}?access_token={phone.Token}"));

        Assert.Equal(["1", "2", "3"], await WriteAtEachConnectionAsync(phone.Id, browser.NextAsync));
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams_as_they_should_end()
    {
        var (phone, _) = await app.RegisterAsync();
        ApiStream stream;
        await using (var host = await app.StartAsync())
            stream = await phone.On(ApiFixture.Client(host.BaseAddress)).ListenAsync(Events);

        Assert.Null(await stream.NextOrEndAsync());
        await stream.DisposeAsync();
    }

    [Fact]
    public async Task The_list_goes_on_where_its_link_says()
    {
        var (phone, _) = await app.RegisterAsync();
        await WriteAsync(FirstInbox, phone.Id, 0, 5);
        var ids = new List<string>();
        string? path = $"{List}?limit=2";
        while (path is not null)
        {
            var response = await phone.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            ids.AddRange(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray().Select(one => one!["id"]!.GetValue<string>()));
            path = response.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(["m0", "m1", "m2", "m3", "m4"], ids);
    }

    [Fact]
    public async Task What_a_list_has_handed_out_is_noted_as_delivered()
    {
        var (phone, watch) = await app.RegisterAsync();
        await WriteAsync(FirstInbox, phone.Id, 0, 2);

        var first = (await phone.GetAsync(List)).AsArray();
        Assert.All(first, one => Assert.Null(one!["deliveredAt"]));

        await UntilDeliveredAsync(watch, 2);
    }

    [Fact]
    public async Task What_a_stream_has_handed_out_is_noted_as_delivered()
    {
        var (phone, watch) = await app.RegisterAsync();
        await using var stream = await phone.ListenAsync(Events);
        await WriteAsync(FirstInbox, phone.Id, 0, 1);
        await stream.NextAsync();

        await UntilDeliveredAsync(watch, 1);
    }

    [Fact]
    public async Task Reading_one_is_safe_to_repeat()
    {
        var (phone, watch) = await app.RegisterAsync();
        await WriteAsync(FirstInbox, phone.Id, 0, 2);
        foreach (var device in (ApiUser[])[phone, phone, watch])
            Assert.Equal(HttpStatusCode.NoContent, (await device.SendAsync(HttpMethod.Post, $"{List}/m1/read")).StatusCode);

        Assert.Equal([false, true], (await phone.GetAsync(List)).AsArray().Select(one => one!["readAt"] is not null));
        Assert.Equal(HttpStatusCode.NoContent, (await phone.SendAsync(HttpMethod.Post, $"{List}/read?upTo=2")).StatusCode);
        Assert.Equal([true, true], (await phone.GetAsync(List)).AsArray().Select(one => one!["readAt"] is not null));
    }

    [Fact]
    public async Task What_is_not_read_yet_is_counted()
    {
        var (phone, _) = await app.RegisterAsync();
        await WriteAsync(FirstInbox, phone.Id, 0, 3);
        await phone.SendAsync(HttpMethod.Post, $"{List}/m1/read");

        Assert.Equal(2, (await phone.GetAsync($"{List}/unread"))["unread"]!.GetValue<int>());
    }

    [Fact]
    public async Task Other_users_get_and_read_nothing()
    {
        var (ada, _) = await app.RegisterAsync();
        var (bob, _) = await app.RegisterAsync();
        await using var stream = await bob.ListenAsync(Events);
        await WriteAsync(FirstInbox, ada.Id, 0, 1);
        await FirstInbox.AddAsync(bob.Id, Inbox.Mention("his"), default);

        Assert.Contains("his", (await stream.NextAsync()).Data, StringComparison.Ordinal);
        Assert.Equal("his", (await bob.GetAsync(List)).AsArray().Single()!["id"]!.GetValue<string>());
        foreach (var id in (string[])["m0", "none", "%2F", "a%27b"])
            await ApiAssert.ProblemAsync(await bob.SendAsync(HttpMethod.Post, $"{List}/{id}/read"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_was_accepted_is_there_once_after_a_restart_however_often_it_is_sent_again()
    {
        var (phone, _) = await app.RegisterAsync();
        await WriteAsync(FirstInbox, phone.Id, 0, 3);
        var restarted = await app.StartAnotherAsync();
        await WriteAsync(restarted.Services.GetRequiredService<NotificationInbox>(), phone.Id, 0, 3);

        var onRestarted = phone.On(ApiFixture.Client(restarted.BaseAddress));
        Assert.Equal(["m0", "m1", "m2"], (await onRestarted.GetAsync(List)).AsArray().Select(one => one!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("?after=-1")]
    [InlineData("?after=x")]
    [InlineData("?limit=0")]
    [InlineData("?limit=1001")]
    public async Task Queries_that_are_not_understood_are_refused(string query)
    {
        var (phone, _) = await app.RegisterAsync();
        await ApiAssert.ProblemAsync(await phone.SendAsync(HttpMethod.Get, List + query), HttpStatusCode.BadRequest, "invalid");
    }

    /// <summary>A notification each time the client is connected; what it got when it has three.</summary>
    private async Task<List<string>> WriteAtEachConnectionAsync(string userId, Func<Task<(string Type, string Id)>> nextAsync)
    {
        var got = new List<string>();
        for (var written = 0; got.Count < 3;)
        {
            var (type, id) = await nextAsync();
            if (type == "notification")
                got.Add(id);
            else
                await WriteAsync(FirstInbox, userId, written++, 1);
        }

        return got;
    }

    private static async Task WriteAsync(NotificationInbox inbox, string userId, int from, int count)
    {
        for (var i = from; i < from + count; i++)
            await inbox.AddAsync(userId, Inbox.Mention($"m{i}"), default);
    }

    /// <summary>The entity notes it in its own time.</summary>
    private static async Task UntilDeliveredAsync(ApiUser device, int count)
    {
        JsonArray list;
        do
        {
            await Task.Delay(50);
            list = (await device.GetAsync(List)).AsArray();
        }
        while (list.Count(one => one!["deliveredAt"] is not null) < count);
        Assert.Equal(count, list.Count);
    }
}
