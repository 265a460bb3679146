using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

public sealed class RetryTests
{
    private static readonly (HttpStatusCode, string) Busy = (HttpStatusCode.ServiceUnavailable, "");
    private static readonly (HttpStatusCode, string) Done = (HttpStatusCode.NoContent, "");
    private static readonly TableEntity Row = new("p", "r") { ["Body"] = new string('x', 10_000) };

    [Fact]
    public async Task A_busy_service_is_asked_again_with_the_same_body_and_id()
    {
        var network = new RecordingHandler(Busy, Busy, Done);

        await Table(network.Options()).UpsertEntityAsync(Row);

        Assert.Equal(3, network.Sent.Count);
        Assert.Single(network.Sent.Select(x => x.Body).Distinct());
        Assert.Single(network.Sent.Select(x => x.Headers["x-ms-client-request-id"]).Distinct());
    }

    [Fact]
    public async Task A_busy_service_is_asked_four_times_in_all()
    {
        var network = new RecordingHandler(Busy);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table(network.Options()).UpsertEntityAsync(Row));

        Assert.Equal(503, failure.Status);
        Assert.Equal(4, network.Sent.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again()
    {
        var network = new RecordingHandler((HttpStatusCode.PreconditionFailed, "<html>"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table(network.Options()).UpsertEntityAsync(Row));

        Assert.Equal((412, null), (failure.Status, failure.ErrorCode));
        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task Policies_see_each_call_or_each_try()
    {
        var network = new RecordingHandler(Busy, Done);
        var (calls, tries) = (new CountingPolicy(), new CountingPolicy());
        var options = network.Options();
        options.AddPolicy(calls, HttpPipelinePosition.PerCall);
        options.AddPolicy(tries, HttpPipelinePosition.PerRetry);

        await Table(options).UpsertEntityAsync(Row);

        Assert.Equal((1, 2), (calls.Count, tries.Count));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_tried_again()
    {
        var network = new BreaksOnce("""{"value":[{"PartitionKey":"p","RowKey":"r"}]}""");
        var options = new TableClientOptions
        {
            Transport = new HttpClientTransport(new HttpClient(network)),
            Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        };

        var rows = await Table(options).QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal("r", Assert.Single(rows).RowKey);
        Assert.Equal(2, network.Requests);
    }

    private static TableClient Table(TableClientOptions options) =>
        new(new Uri("https://fit.table.core.windows.net/"), "Rows", new TableSharedKeyCredential("fit", AzuriteTables.Key), options);

    private sealed class BreaksOnce(string body) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent content = ++Requests == 1 ? new StreamContent(new BrokenStream()) : new StringContent(body);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was reset.");
    }
}
