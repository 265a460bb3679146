using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Storage;

/// <summary>A process that dies: after some calls to storage nothing it does reaches storage any more, or comes back from there.</summary>
internal sealed class DyingPolicy : HttpPipelinePolicy
{
    /// <summary>Calls that still go through.</summary>
    public int CallsLeft { get; set; } = int.MaxValue;

    /// <summary>The last call reaches storage, and its answer nobody.</summary>
    public bool LosesLastAnswer { get; set; }

    public bool IsDead => CallsLeft < 0;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (--CallsLeft < 0)
            throw new InvalidOperationException("The process is gone.");
        await ProcessNextAsync(message, pipeline);
        if (CallsLeft == 0 && LosesLastAnswer)
            throw new InvalidOperationException("The process is gone.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
