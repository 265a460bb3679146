using Azure;
using FitServerless.Quotas;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Quotas;

public sealed class RateLimiterTests
{
    private readonly SetClock _clock = new(FakeClock.Morning);

    [Fact]
    public async Task A_user_has_so_many_a_minute_and_so_many_an_hour()
    {
        var limiter = Limiter(new MemoryQuotaStore(), new RateLimitOptions { UserPerMinute = 10, UserPerHour = 25 });
        Assert.Equal(10, await PassAsync(limiter, RouteClass.User, 20));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(10, await PassAsync(limiter, RouteClass.User, 20));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(5, await PassAsync(limiter, RouteClass.User, 20));
        var refusal = await limiter.EnterAsync(RouteClass.User, "home", "ada", default);
        Assert.Equal(("user-hour", 58 * 60), (refusal.Standings[^1].Policy.Name, refusal.RetryAfterSeconds));
        Assert.True((await limiter.EnterAsync(RouteClass.User, "home", "bob", default)).IsAllowed);
    }

    [Fact]
    public async Task A_burst_is_over_after_ten_seconds()
    {
        var limiter = Limiter(new MemoryQuotaStore(), new RateLimitOptions());
        Assert.Equal(50, await PassAsync(limiter, RouteClass.User, 80));
        _clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal(50, await PassAsync(limiter, RouteClass.User, 80));
    }

    [Theory]
    [InlineData(RouteClass.Stream, 60)]
    [InlineData(RouteClass.OwnQuota, 1200)]
    [InlineData(RouteClass.SignIn, 20)]
    [InlineData(RouteClass.Open, 300)]
    [InlineData(RouteClass.Service, 300)]
    public async Task Each_class_of_routes_has_a_limit_of_its_own(RouteClass routes, int expected)
    {
        var limiter = Limiter(new MemoryQuotaStore(), new RateLimitOptions());
        Assert.Equal(50, await PassAsync(limiter, RouteClass.User, 60));
        Assert.InRange(await PassAsync(limiter, routes, 1300), expected - 50, expected);
    }

    [Fact]
    public async Task Who_has_many_accounts_is_limited_by_where_they_are()
    {
        var limiter = Limiter(new MemoryQuotaStore(), new RateLimitOptions { SourcePerMinute = 100 });
        var passed = 0;
        for (var i = 0; i < 150; i++)
            passed += (await limiter.EnterAsync(RouteClass.User, "home", $"user-{i}", default)).IsAllowed ? 1 : 0;
        Assert.Equal(100, passed);
        Assert.True((await limiter.EnterAsync(RouteClass.User, "elsewhere", "user-0", default)).IsAllowed);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Without_storage_each_process_holds_the_limit_for_itself_and_storage_is_left_alone_for_a_while(int status)
    {
        var store = new BrokenQuotaStore(new RequestFailedException(status, "Down"));
        var limiter = Limiter(store, new RateLimitOptions { UserPerMinute = 20, UncountedPercent = 0 });
        Assert.Equal(20, await PassAsync(limiter, RouteClass.User, 40));
        Assert.Equal(1, store.Calls);
        _clock.Now += TimeSpan.FromSeconds(11);
        await PassAsync(limiter, RouteClass.User, 5);
        Assert.Equal(2, store.Calls);
    }

    [Fact]
    public async Task A_fault_of_the_limiter_itself_refuses_nobody() =>
        Assert.Equal(5, await PassAsync(Limiter(new BrokenQuotaStore(new InvalidOperationException("A bug")), Strict), RouteClass.User, 5));

    [Fact]
    public async Task Storage_that_does_not_answer_is_not_waited_for() =>
        Assert.Equal(5, await PassAsync(Limiter(new BrokenQuotaStore(null), Strict), RouteClass.User, 5));

    [Fact]
    public async Task Who_sends_little_costs_no_storage_call()
    {
        var store = new BrokenQuotaStore(new InvalidOperationException("Nobody asks"));
        var limiter = Limiter(store, new RateLimitOptions());
        Assert.Equal(20, await PassAsync(limiter, RouteClass.User, 20));
        Assert.Equal(300, await PassAsync(limiter, RouteClass.Service, 400));
        Assert.Equal(0, store.Calls);
    }

    private static RateLimitOptions Strict => new() { UncountedPercent = 0 };

    private RateLimiter Limiter(IQuotaStore store, RateLimitOptions options) =>
        new(new QuotaService(store, _clock), Options.Create(options), _clock, NullLogger<RateLimiter>.Instance);

    private static async Task<int> PassAsync(RateLimiter limiter, RouteClass routes, int requests)
    {
        var passed = 0;
        for (var i = 0; i < requests; i++)
            passed += (await limiter.EnterAsync(routes, "home", "ada", default)).IsAllowed ? 1 : 0;
        return passed;
    }
}
