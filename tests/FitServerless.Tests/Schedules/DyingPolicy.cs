using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Schedules;

/// <summary>
/// Lets storage calls through until one at which the process "dies": from then on nothing reaches storage, and no answer gets back.
/// </summary>
/// <param name="lastCall">The call at which it dies, the first being 1.</param>
/// <param name="isDelivered">Whether that call still reaches storage, only its answer being lost.</param>
internal sealed class DyingPolicy(int lastCall, bool isDelivered) : HttpPipelinePolicy
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Interlocked.Increment(ref _calls);
        if (call < lastCall || (call == lastCall && isDelivered))
            await ProcessNextAsync(message, pipeline);
        // A status that nobody tries again.
        if (call >= lastCall)
            throw new RequestFailedException(403, "This process is dead.");
    }
}
