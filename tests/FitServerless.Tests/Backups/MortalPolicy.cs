using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Backups;

/// <summary>Lets storage calls through until one at which the process "dies": from then on nothing reaches storage.</summary>
/// <param name="lastCall">The call at which it dies, the first being 1.</param>
/// <param name="isDelivered">Whether that call still reaches storage, only its answer being lost.</param>
internal sealed class MortalPolicy(int lastCall, bool isDelivered) : HttpPipelinePolicy
{
    private int _calls;

    /// <summary>Asked before each call, with its number.</summary>
    public Func<int, Task>? Before { get; init; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Interlocked.Increment(ref _calls);
        if (Before is { } before)
            await before(call);
        if (call > lastCall || (call == lastCall && !isDelivered))
            throw Dead();
        await ProcessNextAsync(message, pipeline);
        if (call == lastCall)
            throw Dead();
    }

    // A status that nobody tries again.
    private static RequestFailedException Dead() => new(403, "This process is dead.");
}
