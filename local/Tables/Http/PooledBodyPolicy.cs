using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

/// <summary>
/// Stands in for the pipeline's own buffering where a message asks for none. That buffering doubles a new array up to the body's
/// size: a page of 500 rows left a megabyte on the large object heap, and a full collection followed every few pages. It stands
/// inside of the retries, so a connection that breaks in the body is still tried again.
/// </summary>
internal sealed class PooledBodyPolicy : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.BufferResponse || message.Response.ContentStream is not { } source)
            return;
        await using (source)
            message.Response.ContentStream = await ReadAsync(source, message.Response, message.CancellationToken);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("This client has no synchronous requests.");

    /// <summary>What is no answer is short, and kept for the caller.</summary>
    private static async Task<MemoryStream> ReadAsync(Stream source, Response response, CancellationToken cancellationToken)
    {
        if (response.Status == 200)
            return await PooledBody.ReadAsync(source, response.Headers.ContentLength, cancellationToken);
        var copy = new MemoryStream();
        await source.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        return copy;
    }
}
