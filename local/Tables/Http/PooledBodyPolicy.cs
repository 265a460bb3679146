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
            message.Response.ContentStream = await PooledBody.ReadAsync(source, message.Response.Headers.ContentLength, message.CancellationToken);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("This client has no synchronous requests.");
}
