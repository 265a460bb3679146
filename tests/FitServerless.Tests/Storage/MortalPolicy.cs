using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Storage;

/// <summary>
/// Lets storage calls through until one at which the process "dies": from then on nothing reaches storage, and no answer gets back.
/// </summary>
/// <param name="lastCall">The call at which it dies, the first being 1; 0 never.</param>
/// <param name="isDelivered">Whether that call still reaches storage, only its answer being lost.</param>
internal sealed class MortalPolicy(int lastCall = 0, bool isDelivered = false) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private int _writes;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Without reads, and without renewals of leases: those come by the clock, not by what is done.</summary>
    public int Writes => Volatile.Read(ref _writes);

    public Task Death => _death.Task;

    /// <summary>Asked before each call, with its number.</summary>
    public Func<int, Task>? Before { get; init; }

    public void Kill() => _death.TrySetResult();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Interlocked.Increment(ref _calls);
        if (message.Request.Method != RequestMethod.Get && !message.Request.Uri.Query.Contains("comp=lease", StringComparison.Ordinal))
            Interlocked.Increment(ref _writes);
        if (Before is { } before)
            await before(call);
        // Calls that began beside the last one come too late, too.
        if (Death.IsCompleted || (lastCall > 0 && call > lastCall))
            throw Dead();
        if (call == lastCall && !isDelivered)
            throw Dying();
        await ProcessNextAsync(message, pipeline);
        if (call == lastCall)
            throw Dying();
        if (Death.IsCompleted)
            throw Dead();
    }

    private RequestFailedException Dying()
    {
        Kill();
        return Dead();
    }

    // A status that nobody tries again.
    private static RequestFailedException Dead() => new(403, "This process is dead.");
}
