using Azure;
using FitServerless.Live;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Live;

public sealed class LiveFeedsTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly MemorySource _source = new();
    private readonly LiveFeeds<MemorySource.Happening> _feeds;
    private readonly CancellationTokenSource _end = new();
    private readonly List<IAsyncEnumerator<IReadOnlyList<MemorySource.Happening>>> _listeners = [];
    private readonly List<Task> _waiting = [];

    public LiveFeedsTests() => _feeds = Feeds(_source, _clock);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var listener in _listeners)
            await listener.DisposeAsync();
    }

    [Fact]
    public async Task What_this_process_wrote_is_seen_without_time_passing()
    {
        var next = NextAsync(Listen(0));
        await IdleAsync(Milliseconds(500));

        _source.Happen(1);
        _feeds.Wake("room");

        Assert.Equal([1], await next);
    }

    [Fact]
    public async Task What_another_process_wrote_is_seen_at_the_next_look()
    {
        var next = NextAsync(Listen(0));
        await IdleAsync(Milliseconds(500));

        _source.Happen(1);
        _clock.Advance(Milliseconds(500));

        Assert.Equal([1], await next);
    }

    [Fact]
    public async Task Looks_become_rare_while_nothing_happens_and_frequent_when_something_does()
    {
        var listener = Listen(0);
        var next = NextAsync(listener);
        foreach (var pause in (int[])[500, 1000, 2000, 4000, 5000, 5000])
            await _clock.PassAsync(Milliseconds(pause));
        await _clock.TimerAsync(Milliseconds(5000));

        _source.Happen(1);
        _clock.Advance(Milliseconds(5000));
        await next;

        await _clock.TimerAsync(Milliseconds(250));
    }

    [Fact]
    public async Task A_thousand_listeners_cost_no_more_looks_than_one()
    {
        var all = Enumerable.Range(0, 1000).Select(_ => NextAsync(Listen(0))).ToList();
        foreach (var pause in (int[])[500, 1000, 2000])
            await _clock.PassAsync(Milliseconds(pause));
        await _clock.TimerAsync(Milliseconds(4000));
        Assert.Equal(4, _source.Reads);

        _source.Happen(1);
        _feeds.Wake("room");
        await Task.WhenAll(all);

        Assert.All(all, one => Assert.Equal([1], one.Result));
        Assert.Equal(5, _source.Reads);
    }

    [Fact]
    public async Task A_listener_that_comes_back_gets_what_it_has_not_seen()
    {
        foreach (var cursor in (long[])[1, 2, 3])
            _source.Happen(cursor);

        Assert.Equal([2, 3], await NextAsync(Listen(1)));
    }

    [Fact]
    public async Task A_listener_that_comes_later_with_an_older_cursor_gets_what_the_others_have_seen()
    {
        _source.Happen(1);
        _source.Happen(2);
        _ = NextAsync(Listen(2));
        await IdleAsync(Milliseconds(500));

        Assert.Equal([1, 2], await NextAsync(Listen(0)));
    }

    [Fact]
    public async Task A_slow_listener_misses_nothing_and_gets_nothing_twice()
    {
        var (slow, fast) = (Listen(0), Listen(0));
        for (var cursor = 1; cursor <= 10; cursor++)
        {
            _source.Happen(cursor);
            _feeds.Wake("room");
            Assert.Equal([cursor], await NextAsync(fast));
        }

        var seen = new List<long>();
        while (seen.Count < 10)
            seen.AddRange(await NextAsync(slow));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task A_cursor_from_the_future_keeps_nobody_else_waiting()
    {
        _ = NextAsync(Listen(1_000_000));
        await IdleAsync(Milliseconds(500));
        var honest = NextAsync(Listen(5));

        _source.Happen(6);
        await _source.ReadOnceAsync();
        _clock.Advance(Milliseconds(5000));

        Assert.Equal([6], await honest);
    }

    [Fact]
    public async Task The_looks_end_with_the_last_listener()
    {
        var (first, second) = (Listen(0), Listen(0));
        var (one, two) = (NextAsync(first), NextAsync(second));
        await IdleAsync(Milliseconds(500));
        _source.Happen(1);
        _feeds.Wake("room");
        await Task.WhenAll(one, two);

        await first.DisposeAsync();
        await _clock.PassAsync(Milliseconds(250));
        await _clock.TimerAsync(Milliseconds(500));
        await second.DisposeAsync();

        Assert.Equal(0, _clock.Timers);
    }

    [Fact]
    public async Task A_storage_that_fails_is_asked_less_often_and_ends_no_stream()
    {
        _source.Failure = new RequestFailedException(503, "Busy");
        var next = NextAsync(Listen(0));
        foreach (var pause in (int[])[500, 1000, 2000, 4000, 5000])
            await _clock.PassAsync(Milliseconds(pause));
        await _clock.TimerAsync(Milliseconds(5000));

        _source.Failure = null;
        _source.Happen(1);
        _clock.Advance(Milliseconds(5000));

        Assert.Equal([1], await next);
    }

    [Fact]
    public async Task Feeds_have_nothing_to_do_with_each_other()
    {
        var mine = NextAsync(Listen(0));
        await IdleAsync(Milliseconds(500));

        _source.Happen(1);
        _feeds.Wake("another room");

        Assert.Equal(1, _source.Reads);
        _feeds.Wake("room");
        Assert.Equal([1], await mine);
    }

    [Fact]
    public void Listeners_that_come_go_and_dawdle_at_random_see_every_event_behind_their_cursor_once_and_in_order() =>
        Law.Holds(
            Gen.Choose(0, int.MaxValue),
            seed =>
            {
                Task.Run(() => RunAtRandomAsync(seed)).GetAwaiter().GetResult();
                return true;
            },
            40);

    private static async Task RunAtRandomAsync(int seed)
    {
        const int Events = 60;
        var random = new Random(seed);
        var source = new MemorySource(pageSize: random.Next(1, 8));
        var feeds = Feeds(source, new FakeClock());
        var starts = Enumerable.Range(0, 6).Select(_ => random.Next(0, Events)).ToList();
        var listeners = starts.ConvertAll(start => Task.Run(() => CollectAsync(feeds, start, Events, new Random(seed + start))));
        for (var cursor = 1; cursor <= Events; cursor++)
        {
            source.Failure = random.Next(5) == 0 ? new RequestFailedException(503, "Busy") : null;
            source.Happen(cursor);
            if (random.Next(2) == 0)
                feeds.Wake("room");
            if (random.Next(3) == 0)
                await Task.Yield();
        }

        source.Failure = null;
        foreach (var (start, listener) in starts.Zip(listeners))
            Assert.Equal(Enumerable.Range(start + 1, Events - start).Select(i => (long)i), await listener.WaitAsync(Patience.ForAnything));
    }

    /// <summary>Now and then the listener goes, and comes back with the last cursor it has.</summary>
    private static async Task<List<long>> CollectAsync(LiveFeeds<MemorySource.Happening> feeds, long start, int last, Random random)
    {
        var seen = new List<long>();
        var cursor = start;
        while (cursor < last)
        {
            await foreach (var page in feeds.ListenAsync("room", cursor, default))
            {
                seen.AddRange(page.Select(one => one.Cursor));
                cursor = page[^1].Cursor;
                if (cursor == last || random.Next(4) == 0)
                    break;
                if (random.Next(2) == 0)
                    await Task.Yield();
            }
        }

        return seen;
    }

    private static LiveFeeds<MemorySource.Happening> Feeds(MemorySource source, TimeProvider clock) =>
        new(source, Options.Create(new LiveOptions()), clock, NullLogger<LiveFeeds<MemorySource.Happening>>.Instance);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    private async Task<IEnumerable<long>> NextAsync(IAsyncEnumerator<IReadOnlyList<MemorySource.Happening>> listener)
    {
        var next = listener.MoveNextAsync().AsTask();
        _waiting.Add(next);
        Assert.True(await next.WaitAsync(Patience.ForAnything));
        return listener.Current.Select(one => one.Cursor);
    }

    private IAsyncEnumerator<IReadOnlyList<MemorySource.Happening>> Listen(long after)
    {
        var listener = _feeds.ListenAsync("room", after, _end.Token).GetAsyncEnumerator();
        _listeners.Add(listener);
        return listener;
    }

    /// <summary>The feed has looked once and waits for its next look.</summary>
    private async Task IdleAsync(TimeSpan pause)
    {
        await _source.ReadOnceAsync();
        await _clock.TimerAsync(pause);
    }
}
