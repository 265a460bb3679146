using FitServerless.Accounts.Lockout;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts.Lockout;

public sealed class SignInTriesTests
{
    private static readonly TryKey Key = new("7", "password");

    private readonly FakeClock _clock = new();
    private readonly MemoryTryStore _store = new();
    private readonly SignInTries _tries;

    public SignInTriesTests() => _tries = new SignInTries(_store, _clock);

    [Fact]
    public async Task A_success_after_no_failure_costs_one_read()
    {
        Assert.IsType<TryOutcome.Right>(await TryAsync(true));
        Assert.Equal(1, _store.Calls);
    }

    [Fact]
    public async Task After_five_failures_even_the_right_one_has_to_wait()
    {
        await FailAsync(5);

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<TryOutcome.TooSoon>(await TryAsync(true)).Wait);
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.IsType<TryOutcome.Right>(await TryAsync(true));
    }

    [Fact]
    public async Task Tries_that_come_too_soon_do_not_make_the_wait_longer()
    {
        await FailAsync(5);
        for (var i = 0; i < 10; i++)
            Assert.IsType<TryOutcome.TooSoon>(await TryAsync(false));

        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.IsType<TryOutcome.Wrong>(await TryAsync(false));
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.IsType<TryOutcome.TooSoon>(await TryAsync(true)).Wait);
    }

    [Fact]
    public async Task A_success_starts_over_and_tells_how_many_failed_before()
    {
        await FailAsync(4);

        Assert.Equal(4, Assert.IsType<TryOutcome.Right>(await TryAsync(true)).FailedBefore);
        await FailAsync(4);
        Assert.Equal(4, Assert.IsType<TryOutcome.Right>(await TryAsync(true)).FailedBefore);
    }

    [Fact]
    public async Task A_day_without_failures_starts_over()
    {
        await FailAsync(4);
        _clock.Now += TimeSpan.FromDays(1);

        await FailAsync(4);

        Assert.IsType<TryOutcome.Right>(await TryAsync(true));
    }

    [Fact]
    public async Task Of_many_at_once_five_are_looked_at()
    {
        var looked = 0;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _tries.RunAsync(
            Key,
            TryPolicy.Password,
            async () =>
            {
                Interlocked.Increment(ref looked);
                await Task.Yield();
                return false;
            },
            default))));

        Assert.Equal(5, looked);
        Assert.Equal(45, outcomes.Count(outcome => outcome is TryOutcome.TooSoon));
    }

    [Fact]
    public async Task What_another_process_counted_meanwhile_is_counted_too()
    {
        var other = new SignInTries(_store, _clock);
        Assert.IsType<TryOutcome.Wrong>(await _tries.RunAsync(
            Key,
            TryPolicy.Password,
            async () =>
            {
                for (var i = 0; i < 4; i++)
                    await other.RunAsync(Key, TryPolicy.Password, () => Task.FromResult(false), default);
                return false;
            },
            default));

        Assert.IsType<TryOutcome.TooSoon>(await TryAsync(true));
    }

    [Fact]
    public async Task What_is_forgotten_tells_how_many_there_were()
    {
        await FailAsync(3);

        Assert.Equal(3, await _tries.ForgetAsync(Key, default));
        Assert.Equal(0, await _tries.ForgetAsync(Key, default));
    }

    private Task<TryOutcome> TryAsync(bool isRight) => _tries.RunAsync(Key, TryPolicy.Password, () => Task.FromResult(isRight), default);

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.IsType<TryOutcome.Wrong>(await TryAsync(false));
    }
}
