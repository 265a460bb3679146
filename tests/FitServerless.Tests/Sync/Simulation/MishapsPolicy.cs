using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// Mishaps on the way to real storage. A call is waited for where it is made, on the simulation's one thread, so that the seed alone decides who
/// goes on.
/// </summary>
internal sealed class MishapsPolicy(Mishaps mishaps) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => await mishaps.CallAsync(() =>
    {
        ProcessNextAsync(message, pipeline).AsTask().GetAwaiter().GetResult();
        return message;
    });

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
