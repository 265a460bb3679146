using System.Net.ServerSentEvents;
using System.Text;
using System.Threading.Channels;
using FitServerless.Accounts;
using FitServerless.Functions.Http;
using FitServerless.Tests.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Http;

public sealed class EventStreamTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly Lifetime _lifetime = new();
    private readonly RefusedCallers _refused;
    private readonly Channel<SseItem<ReadOnlyMemory<byte>>> _events = Channel.CreateUnbounded<SseItem<ReadOnlyMemory<byte>>>();
    private readonly EventStreams _streams;

    public EventStreamTests()
    {
        var options = new EventStreamOptions { MaxPerUser = 2, MaxPerInstance = 3 };
        _refused = new RefusedCallers(Options.Create(new AccountOptions()), _clock);
        _streams = new EventStreams(Options.Create(options), _refused, _clock, _lifetime, NullLogger<EventStreams>.Instance);
    }

    public void Dispose() => _lifetime.Dispose();

    [Fact]
    public async Task A_client_is_told_where_it_starts_and_when_to_come_back()
    {
        var client = Connect();

        var ready = await client.NextAsync();

        Assert.Equal(("ready", "7", "{}"), (ready.EventType, ready.EventId, ready.Data));
        Assert.InRange(ready.ReconnectionInterval!.Value.TotalMilliseconds, 1000, 2000);
        Assert.Equal("text/event-stream", client.Response.ContentType);
        Assert.Equal("no-store", client.Response.Headers.CacheControl);
        Assert.Equal("no", client.Response.Headers["X-Accel-Buffering"]);
    }

    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("\r\n\r", "\n\n")]
    [InlineData("id: 9\n\nevent: forged", "id: 9\n\nevent: forged")]
    [InlineData("Grüße 🚴 ", "Grüße 🚴 ")]
    [InlineData("", "")]
    public async Task Data_of_any_lines_arrives_as_one_event(string sent, string received)
    {
        var client = Connect();
        await client.NextAsync();

        Send(sent, "message", "8");

        var item = await client.NextAsync();
        Assert.Equal(("message", "8", received), (item.EventType, item.EventId, item.Data));
    }

    [Fact]
    public async Task Silence_is_broken_by_a_comment_every_15_seconds()
    {
        var client = Connect();
        await client.NextAsync();
        for (var beat = 0; beat < 3; beat++)
        {
            await _clock.PassAsync(TimeSpan.FromSeconds(15));
            await client.SawAsync(":\n\n", times: beat + 1);
        }

        Send("{}", "message", "8");
        Assert.Equal("8", (await client.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_stream_ends_by_itself_after_220_seconds()
    {
        var client = Connect();
        await client.NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(219));
        Send("{}", "message", "8");
        await client.NextAsync();
        Assert.False(client.Answer.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await client.EndAsync();
        Assert.Equal(0, _clock.Timers);
    }

    [Fact]
    public async Task A_stream_ends_when_the_client_leaves()
    {
        var client = Connect();
        await client.NextAsync();

        client.Leave();

        await client.EndAsync();
    }

    [Fact]
    public async Task A_stream_ends_when_the_host_stops()
    {
        var client = Connect();
        await client.NextAsync();

        _lifetime.StopApplication();

        await client.EndAsync();
    }

    [Fact]
    public async Task A_stream_of_somebody_suspended_ends_within_a_heartbeat()
    {
        var (client, other) = (Connect(), Connect("another"));
        await client.NextAsync();
        await other.NextAsync();
        _refused.Add("user");

        _clock.Advance(TimeSpan.FromSeconds(15));

        await client.EndAsync();
        Assert.False(other.Answer.IsCompleted);
    }

    [Fact]
    public async Task A_failure_ends_the_stream_as_an_end_and_not_as_a_crash()
    {
        var client = Connect();
        await client.NextAsync();

        _events.Writer.Complete(new InvalidOperationException("A bug"));

        await client.EndAsync();
    }

    [Fact]
    public async Task A_user_with_too_many_streams_gets_429_until_one_ends()
    {
        var first = Connect();
        await first.NextAsync();
        await Connect().NextAsync();

        var third = Connect();
        await third.EndAsync();
        Assert.Equal((429, "30"), (third.Response.StatusCode, third.Response.Headers.RetryAfter.ToString()));
        await Connect("another").NextAsync();

        first.Leave();
        await first.EndAsync();
        await Connect().NextAsync();
    }

    [Fact]
    public async Task An_instance_with_too_many_streams_answers_503()
    {
        foreach (var user in (string[])["a", "b", "c"])
            await Connect(user).NextAsync();

        var fourth = Connect("d");
        await fourth.EndAsync();

        Assert.Equal((503, "10"), (fourth.Response.StatusCode, fourth.Response.Headers.RetryAfter.ToString()));
    }

    private void Send(string data, string type, string id) =>
        Assert.True(_events.Writer.TryWrite(new(Encoding.UTF8.GetBytes(data), type) { EventId = id }));

    private StreamClient Connect(string userId = "user") =>
        new(_streams.Open(new Caller(userId, "", [], Tiers.Free), "7", cancellation => _events.Reader.ReadAllAsync(cancellation)));

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
