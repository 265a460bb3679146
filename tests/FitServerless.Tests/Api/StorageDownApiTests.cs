using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Azure.Core;
using Azure.Core.Pipeline;
using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Api;

/// <summary>Storage that is down is an answer, not an end. Runs a backend of its own, since it takes its storage away.</summary>
public sealed class StorageDownApiTests
{
    private static readonly (string, string)[] Impatient = [("Storage:MaxRetries", "1"), ("Storage:RetryDelayMilliseconds", "1"), ("RateLimits:UncountedPercent", "0")];

    [Fact]
    public async Task A_backend_that_starts_without_storage_answers_503_until_it_comes()
    {
        var port = FreePort();
        await using var host = await ApiFixture.StartHostAsync(StorageAt(port), Impatient);
        using var http = ApiFixture.Client(host.BaseAddress);

        var response = await RegisterAsync(http);
        await ApiAssert.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        await ApiAssert.ProblemAsync(await http.GetAsync("health/ready"), HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health")).StatusCode);

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { TablePort = port });
        while ((response = await RegisterAsync(http)).StatusCode != HttpStatusCode.Created)
        {
            await ApiAssert.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "storage-unavailable");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task A_backend_that_loses_its_storage_answers_503_and_lives()
    {
        FunctionHost host;
        ApiUser user;
        HttpClient http;
        await using (var azurite = await AzuriteProcess.StartAsync())
        {
            host = await ApiFixture.StartHostAsync(azurite.ConnectionString, Impatient);
            http = ApiFixture.Client(host.BaseAddress);
            user = await ApiUser.RegisterAsync(http);
            await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
        }

        await using (host)
        using (http)
        {
            foreach (var (method, path, body) in Requests)
            {
                var response = await user.SendAsync(method, path, body);
                await ApiAssert.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "storage-unavailable");
                Assert.NotNull(response.Headers.RetryAfter);
            }

            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health")).StatusCode);
            // The coach's rules need nothing but the request.
            await user.ReadAsync(HttpMethod.Post, "event", new { @event = "skip_set" });
            await user.ReadAsync(HttpMethod.Post, "api/ai/suggest-meal", new { goals = "build muscle" });
            await user.ReadAsync(HttpMethod.Post, "api/ai/suggest-workout", new { goals = "strength" });
        }
    }

    [Fact]
    public async Task A_client_hears_how_long_storage_wants_to_be_left_alone()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var busy = new BusyPolicy();
        await using var host = await ApiFixture.StartHostAsync(
            azurite.ConnectionString, services => services.AddSingleton<HttpPipelinePolicy>(busy), runTimers: false, ("RateLimits:UncountedPercent", "0"));
        using var http = ApiFixture.Client(host.BaseAddress);
        var user = await ApiUser.RegisterAsync(http);
        busy.Seconds = "17";

        var response = await user.SendAsync(HttpMethod.Post, "api/workouts", SampleWorkouts.Ride("a"));

        await ApiAssert.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        Assert.Equal(TimeSpan.FromSeconds(17), response.Headers.RetryAfter!.Delta);
        busy.Seconds = null;
        Assert.Equal(HttpStatusCode.Created, (await user.SendAsync(HttpMethod.Post, "api/workouts", SampleWorkouts.Ride("a"))).StatusCode);
    }

    private static (HttpMethod Method, string Path, object? Body)[] Requests =>
    [
        (HttpMethod.Get, "auth/me", null),
        (HttpMethod.Get, "api/workouts", null),
        (HttpMethod.Get, "api/workouts/some-id", null),
        (HttpMethod.Post, "api/workouts", SampleWorkouts.Ride("b")),
        (HttpMethod.Put, "api/workouts/some-id", SampleWorkouts.Ride("b")),
        (HttpMethod.Delete, "api/workouts/some-id", null),
        (HttpMethod.Post, "api/workouts/sync", new { changes = new[] { SampleWorkouts.Change("create", SampleWorkouts.Ride("c")) } }),
        (HttpMethod.Get, "api/workouts/changes", null),
        (HttpMethod.Get, "api/sync/events", null),
        (HttpMethod.Post, "chat/rooms", new { members = new[] { Guid.NewGuid() } }),
        (HttpMethod.Get, "chat/rooms", null),
        (HttpMethod.Post, "chat/room_1/messages", new { content = "Hello" }),
        (HttpMethod.Get, "chat/room_1/events", null),
    ];

    private static string StorageAt(int port) =>
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + string.Concat(new[] { "Table", "Blob", "Queue" }.Select(service => $"{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1;"));

    /// <summary>A port that nothing listens on, until the test starts its storage there.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient http) =>
        http.PostAsJsonAsync("auth/register", new { email = "a@example.com", password = ApiUser.Password });

    /// <summary>Throttles every call, once it says how long.</summary>
    private sealed class BusyPolicy : HttpPipelinePolicy
    {
        public string? Seconds { get; set; }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (Seconds is null)
                return ProcessNextAsync(message, pipeline);
            message.Response = new Refusal(429, Seconds);
            return ValueTask.CompletedTask;
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
