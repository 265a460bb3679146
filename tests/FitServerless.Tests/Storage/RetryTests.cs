using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

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

    private async Task ReadAsync(RefusingPolicy policy) =>
        await storage.Connect(policy).UserData.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("nobody", "nothing");

    private sealed class RefusingPolicy(int status, int refusals, string? retryAfter) : HttpPipelinePolicy
    {
        /// <summary>When each was made.</summary>
        public ConcurrentQueue<long> Calls { get; } = new();

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Calls.Enqueue(Stopwatch.GetTimestamp());
            if (Calls.Count > refusals)
                return ProcessNextAsync(message, pipeline);
            message.Response = new Refusal(status, retryAfter);
            return ValueTask.CompletedTask;
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }

    private sealed class Refusal(int status, string? retryAfter) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "Refused";

        public override bool IsError => true;

        public override Stream? ContentStream { get; set; } = Stream.Null;

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) ? retryAfter : null;
            return value is not null;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = TryGetHeader(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
