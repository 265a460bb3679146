using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Storage;

/// <summary>Lets a request through and loses its answer, as a network does.</summary>
internal sealed class LostAnswerPolicy : HttpPipelinePolicy
{
    /// <summary>How many answers still arrive before the first is lost; those of reads all do.</summary>
    public int Arrivals { get; set; }

    /// <summary>How many are lost then.</summary>
    public int Losses { get; set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method == RequestMethod.Get || Losses == 0 || Arrivals-- > 0)
            return;
        Losses--;
        throw new IOException("The answer is lost.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
