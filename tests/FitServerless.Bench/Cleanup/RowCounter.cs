using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Bench.Cleanup;

/// <summary>Counts requests to storage, and rows that come back.</summary>
internal sealed class RowCounter : HttpPipelinePolicy
{
    private int _transactions, _rows;

    public int Transactions => Volatile.Read(ref _transactions);

    public int Rows => Volatile.Read(ref _rows);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _transactions);
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method != RequestMethod.Get || message.Response.ContentStream is not { } content
            || message.Response.Headers.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            return;
        // Not every client reads its answers into memory first.
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, message.CancellationToken);
        message.Response.ContentStream = copy;
        copy.Position = 0;
        using var answer = await JsonDocument.ParseAsync(copy, cancellationToken: message.CancellationToken);
        copy.Position = 0;
        Interlocked.Add(ref _rows, answer.RootElement.TryGetProperty("value", out var rows) ? rows.GetArrayLength() : 1);
    }
}
