using FitServerless.Quotas;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Quotas;

public sealed class QuotaServiceTests
{
    private readonly FakeClock _clock = new();
    private readonly MemoryQuotaStore _store = new();

    [Fact]
    public void However_requests_fall_on_processes_the_limit_is_never_passed_and_one_with_demand_reaches_it() => Law.Holds(
        Gen.Zip(Gen.Choose(1, 60), Gen.Choose(0, 3).ListOf()),
        run =>
        {
            var (limit, requests) = run;
            var policy = new QuotaPolicy("minute", limit, TimeSpan.FromMinutes(1));
            var store = new MemoryQuotaStore();
            var processes = Enumerable.Range(0, 4).Select(_ => new QuotaService(store, _clock)).ToList();
            // Afterwards each process has more demand than there is.
            var order = requests.Concat(Enumerable.Range(0, 4 * limit).Select(i => i % 4));
            var passed = order.Count(process => processes[process].TakeAsync("ada", policy, default).Result.IsAllowed);
            return passed == limit;
        });

    [Fact]
    public async Task Two_hundred_at_once_over_two_processes_pass_exactly_a_hundred()
    {
        var policy = new QuotaPolicy("minute", 100, TimeSpan.FromMinutes(1));
        QuotaService[] processes = [new(_store, _clock), new(_store, _clock)];
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(i => Task.Run(() => processes[i % 2].TakeAsync("ada", policy, default))));
        Assert.Equal(100, verdicts.Count(verdict => verdict.IsAllowed));
    }

    [Fact]
    public async Task A_new_window_starts_at_nothing()
    {
        var policy = new QuotaPolicy("minute", 2, TimeSpan.FromMinutes(1));
        var service = new QuotaService(_store, _clock);
        Assert.Equal([true, true, false], await TakeAsync(service, policy, 3));
        _clock.Now = _clock.Now.AddSeconds(59);
        Assert.Equal([false], await TakeAsync(service, policy, 1));
        _clock.Now = _clock.Now.AddSeconds(1);
        Assert.Equal([true, true, false], await TakeAsync(service, policy, 3));
    }

    [Fact]
    public async Task A_process_whose_clock_is_behind_does_not_open_the_old_window_again()
    {
        var policy = new QuotaPolicy("minute", 2, TimeSpan.FromMinutes(1));
        await TakeAsync(new QuotaService(_store, new FakeClock(_clock.Now.AddMinutes(1))), policy, 2);
        Assert.Equal([false], await TakeAsync(new QuotaService(_store, _clock), policy, 1));
    }

    [Fact]
    public async Task The_standing_tells_what_is_left_and_for_how_long()
    {
        var policy = new QuotaPolicy("minute", 10, TimeSpan.FromMinutes(1));
        _clock.Now = _clock.Now.AddSeconds(12.5);
        var service = new QuotaService(_store, _clock);
        var standing = (await service.TakeAsync("ada", policy, default)).Standing;
        Assert.Equal(new QuotaStanding(policy, 9, 48), standing);
    }

    [Fact]
    public async Task What_is_given_back_can_be_taken_again()
    {
        var policy = new QuotaPolicy("minute", 1, TimeSpan.FromMinutes(1));
        var service = new QuotaService(_store, _clock);
        await TakeAsync(service, policy, 1);
        await service.ReturnAsync("ada", policy, default);
        Assert.Equal([true, false], await TakeAsync(service, policy, 2));
    }

    [Fact]
    public async Task Users_policies_and_tiers_are_counted_apart_or_together_as_their_names_say()
    {
        var (free, pro) = (new QuotaPolicy("day", 1, TimeSpan.FromDays(1)), new QuotaPolicy("day", 3, TimeSpan.FromDays(1)));
        var service = new QuotaService(_store, _clock);
        Assert.Equal([true, false], await TakeAsync(service, free, 2));
        Assert.True((await service.TakeAsync("bob", free, default)).IsAllowed);
        Assert.True((await service.TakeAsync("ada", free with { Name = "other" }, default)).IsAllowed);
        // Who becomes a pro has used what was used.
        Assert.Equal([true, true, false], await TakeAsync(service, pro, 3));
    }

    [Fact]
    public async Task What_is_passed_on_uncounted_asks_nobody_and_is_counted_once_there_is_more()
    {
        var policy = new QuotaPolicy("minute", 10, TimeSpan.FromMinutes(1), Uncounted: 3);
        Assert.Equal([true, true, true], await TakeAsync(new QuotaService(null!, _clock), policy, 3));
        var (first, second) = (new QuotaService(_store, _clock), new QuotaService(_store, _clock));
        Assert.Equal(5, (await TakeAsync(first, policy, 5)).Count(isTaken => isTaken));
        Assert.Equal(5, (await TakeAsync(second, policy, 10)).Count(isTaken => isTaken));
        Assert.Equal([false], await TakeAsync(first, policy, 1));
    }

    [Fact]
    public void With_uncounted_ones_each_further_process_passes_on_at_most_that_many_more() => Law.Holds(
        Gen.Zip(Gen.Zip(Gen.Choose(1, 60), Gen.Choose(0, 10)), Gen.Choose(0, 3).ListOf()),
        run =>
        {
            var ((limit, uncounted), requests) = run;
            var policy = new QuotaPolicy("minute", limit, TimeSpan.FromMinutes(1), Math.Min(uncounted, limit));
            var store = new MemoryQuotaStore();
            var processes = Enumerable.Range(0, 4).Select(_ => new QuotaService(store, _clock)).ToList();
            var order = requests.Concat(Enumerable.Range(0, 4 * limit).Select(i => i % 4));
            var passed = order.Count(process => processes[process].TakeAsync("ada", policy, default).Result.IsAllowed);
            return passed >= limit && passed <= limit + (3 * policy.Uncounted);
        });

    [Fact]
    public async Task A_limit_of_nothing_asks_nobody() =>
        Assert.Equal([false], await TakeAsync(new QuotaService(null!, _clock), new QuotaPolicy("day", 0, TimeSpan.FromDays(1)), 1));

    private static async Task<IReadOnlyList<bool>> TakeAsync(QuotaService service, QuotaPolicy policy, int times)
    {
        var taken = new List<bool>();
        for (var i = 0; i < times; i++)
            taken.Add((await service.TakeAsync("ada", policy, default)).IsAllowed);
        return taken;
    }
}
