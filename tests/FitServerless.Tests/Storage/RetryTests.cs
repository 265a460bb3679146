using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FitServerless.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Storage;

/// <summary>What happens when storage says no: a few more tries, later and later, and not before it said.</summary>
[Collection(SharedStorage.Name)]
public sealed class RetryTests(StorageFixture storage)
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_call_that_fails_is_tried_five_times_in_all(int status)
    {
        var policy = new RefusingPolicy(status, refusals: int.MaxValue, retryAfter: null);

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => ReadAsync(policy));

        Assert.Equal((status, 5), (failed.Status, policy.Calls.Count));
    }

    [Fact]
    public async Task A_call_that_will_never_succeed_is_not_tried_again()
    {
        var policy = new RefusingPolicy(403, refusals: int.MaxValue, retryAfter: null);

        await Assert.ThrowsAsync<RequestFailedException>(() => ReadAsync(policy));

        Assert.Single(policy.Calls);
    }

    [Fact]
    public async Task It_is_tried_again_no_sooner_than_storage_said()
    {
        var policy = new RefusingPolicy(503, refusals: 1, retryAfter: "1");

        await ReadAsync(policy);

        var calls = policy.Calls.ToArray();
        Assert.Equal(2, calls.Length);
        Assert.True(Stopwatch.GetElapsedTime(calls[0], calls[1]) > TimeSpan.FromSeconds(0.9), $"{Stopwatch.GetElapsedTime(calls[0], calls[1])}");
    }

    /// <summary>Whoever waits for us had better hear of it: four such waits are longer than a request can last.</summary>
    [Theory]
    [InlineData("6", 6)]
    [InlineData("3600", 3600)]
    public async Task A_wait_that_is_too_long_for_a_request_is_left_to_the_client(string retryAfter, int seconds)
    {
        var policy = new RefusingPolicy(429, refusals: int.MaxValue, retryAfter);

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => ReadAsync(policy));

        Assert.Single(policy.Calls);
        Assert.Equal(seconds, StorageFaults.RetryAfterSeconds(failed, DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task A_date_that_is_too_far_off_is_left_to_the_client_too()
    {
        var policy = new RefusingPolicy(503, refusals: int.MaxValue, DateTimeOffset.UtcNow.AddHours(1).ToString("R"));

        await Assert.ThrowsAsync<RequestFailedException>(() => ReadAsync(policy));

        Assert.Single(policy.Calls);
    }

    /// <summary>The date is RFC 9110's own.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("0", 1)]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT", 59)]
    [InlineData("Fri, 31 Dec 1999 23:58:59 GMT", 1)]
    [InlineData("-1", null)]
    [InlineData("99999999999", null)]
    public void What_storage_says_of_it_is_passed_on(string? retryAfter, int? seconds)
    {
        var failed = new RequestFailedException(new Refusal(503, retryAfter));
        Assert.Equal(seconds, StorageFaults.RetryAfterSeconds(failed, new DateTimeOffset(1999, 12, 31, 23, 59, 0, TimeSpan.Zero)));
    }

    /// <summary>Storage that takes every call and never answers one.</summary>
    [Fact]
    public async Task Storage_that_never_answers_is_an_outage()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(listener, default));

        Assert.True(StorageFaults.IsOutage(failed), failed.ToString());
        Assert.Equal("no answer in time", StorageFaults.Reason(failed));
    }

    [Fact]
    public async Task A_caller_that_leaves_before_storage_answers_is_no_outage()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var cancelled = new CancellationTokenSource();
        var read = ReadAsync(listener, cancelled.Token);
        using var call = await listener.AcceptTcpClientAsync();
        await cancelled.CancelAsync();

        var failed = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        Assert.False(StorageFaults.IsOutage(failed), failed.ToString());
    }

    [Fact]
    public async Task A_caller_that_leaves_between_two_attempts_is_no_outage()
    {
        using var cancelled = new CancellationTokenSource();
        var policy = new RefusingPolicy(503, refusals: int.MaxValue, "1") { OnCall = cancelled.Cancel };

        var failed = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(policy, cancelled.Token));

        Assert.False(StorageFaults.IsOutage(failed), failed.ToString());
    }

    /// <summary>Reads from whoever listens.</summary>
    private static async Task ReadAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        var endpoints = new[] { "Table", "Blob" }.Select(service => $"{service}Endpoint=http://{listener.LocalEndpoint}/a;");
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = $"AccountName=a;AccountKey=AAAA;{string.Concat(endpoints)}",
                ["Storage:MaxRetries"] = "1",
                ["Storage:RetryDelayMilliseconds"] = "1",
                ["Storage:AttemptTimeoutSeconds"] = "1",
            }).Build())
            .AddStorage()
            .BuildServiceProvider();
        var table = services.GetRequiredService<AppTables>().UserData;
        await table.GetEntityIfExistsAsync<TableEntity>("nobody", "nothing", cancellationToken: cancellationToken);
    }

    private async Task ReadAsync(RefusingPolicy policy, CancellationToken cancellationToken = default) =>
        await storage.Connect(policy).UserData.GetEntityIfExistsAsync<TableEntity>("nobody", "nothing", cancellationToken: cancellationToken);

    private sealed class RefusingPolicy(int status, int refusals, string? retryAfter) : HttpPipelinePolicy
    {
        /// <summary>When each was made.</summary>
        public ConcurrentQueue<long> Calls { get; } = new();

        public Action? OnCall { get; init; }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Calls.Enqueue(Stopwatch.GetTimestamp());
            OnCall?.Invoke();
            if (Calls.Count > refusals)
                return ProcessNextAsync(message, pipeline);
            message.Response = new Refusal(status, retryAfter);
            return ValueTask.CompletedTask;
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
