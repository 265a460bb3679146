using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Tests.Quotas;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Api;

/// <summary>Two instances with low limits, whose clocks stand in the middle of a minute.</summary>
public sealed class RateLimitApiTests : IAsyncLifetime
{
    private static readonly (string, string)[] Limits =
    [
        ("JWT_SECRET", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
        ("RateLimits:UserPerMinute", "100"), ("RateLimits:UserPerHour", "1000"), ("RateLimits:SignInsPerMinute", "5"),
        ("RateLimits:OpenPerMinute", "7"), ("RateLimits:ServicePerMinute", "9"), ("RateLimits:StreamsPerMinute", "3"), ("RateLimits:UncountedPercent", "0"),
        // However slow the machine is, the counts are shared.
        ("RateLimits:WaitMilliseconds", "60000"),
    ];

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 3, 1, 6, 0, 20, TimeSpan.Zero));
    private AzuriteProcess? _azurite;
    private FunctionHost? _first;
    private FunctionHost? _second;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        (_first, _second) = (await StartAsync(), await StartAsync());
    }

    public async Task DisposeAsync()
    {
        await _first!.DisposeAsync();
        await _second!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_hundred_requests_at_once_to_two_instances_a_hundred_pass()
    {
        var user = await ApiUser.RegisterAsync(ApiFixture.Client(_first!.BaseAddress));
        var other = user.On(ApiFixture.Client(_second!.BaseAddress));
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? user : other).SendAsync(HttpMethod.Get, "api/workouts")));
        Assert.Equal(100, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await ApiAssert.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
            Assert.Equal(TimeSpan.FromSeconds(40), refused.Headers.RetryAfter!.Delta);
            Assert.EndsWith("\"user-minute\";r=0;t=40", Header(refused, "RateLimit"), StringComparison.Ordinal);
        }

        // The minute is over.
        _clock.Now += TimeSpan.FromSeconds(40);
        var again = await user.SendAsync(HttpMethod.Get, "api/workouts");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("\"user-minute\";q=100;w=60", Header(again, "RateLimit-Policy"), StringComparison.Ordinal);
        Assert.Matches("\"user-hour\";r=[0-9]+;t=3540", Header(again, "RateLimit"));
    }

    [Fact]
    public async Task Signing_in_is_limited_by_where_it_comes_from_and_nothing_else_of_that_place_is()
    {
        using var http = ApiFixture.Client(_first!.BaseAddress);
        for (var i = 0; i < 5; i++)
            await ApiAssert.ProblemAsync(await LoginAsync(http, "203.0.113.9"), HttpStatusCode.Unauthorized, "wrong-credentials");
        using var other = ApiFixture.Client(_second!.BaseAddress);
        var refused = await LoginAsync(other, "203.0.113.9");
        await ApiAssert.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal("\"sign-in-minute\";q=5;w=60", Header(refused, "RateLimit-Policy"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync(http, "203.0.113.10")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health")).StatusCode);
    }

    [Fact]
    public async Task What_touches_no_storage_and_streams_have_limits_of_their_own()
    {
        using var http = ApiFixture.Client(_first!.BaseAddress);
        for (var i = 0; i < 9; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("nothing/here")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await http.GetAsync("health")).StatusCode);
        var user = await ApiUser.RegisterAsync(http);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await user.SendAsync(HttpMethod.Get, "api/notifications/events?lastEventId=x")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await user.SendAsync(HttpMethod.Get, "api/notifications/events?lastEventId=x")).StatusCode);
    }

    [Fact]
    public async Task An_answer_tells_the_limits_of_its_route_and_of_a_feature_with_its_own_those()
    {
        var user = await ApiUser.RegisterAsync(ApiFixture.Client(_first!.BaseAddress));
        var answer = await user.SendAsync(HttpMethod.Post, "event", new { @event = "skip_set" });
        Assert.Equal("\"coach-minute\";q=20;w=60", Header(answer, "RateLimit-Policy"));
        var found = await user.SendAsync(HttpMethod.Get, "api/workouts");
        Assert.Equal("\"user-burst\";q=1000000000;w=10, \"user-minute\";q=100;w=60, \"user-hour\";q=1000;w=3600", Header(found, "RateLimit-Policy"));
    }

    private Task<FunctionHost> StartAsync() =>
        ApiFixture.StartHostAsync(_azurite!.ConnectionString, services => services.AddSingleton<TimeProvider>(_clock), runTimers: true, Limits);

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static Task<HttpResponseMessage> LoginAsync(HttpClient http, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "auth/login")
        {
            Content = JsonContent.Create(new { email = $"{Guid.NewGuid():N}@example.com", password = ApiUser.Password }),
        };
        request.Headers.Add("X-Forwarded-For", address);
        return http.SendAsync(request);
    }
}
