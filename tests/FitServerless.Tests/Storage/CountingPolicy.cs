using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Tests.Storage;

/// <summary>Counts storage transactions: every attempt is billed, and a batch is one.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private int _count;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);

    /// <summary>The transactions that the work takes.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        var before = _count;
        await work();
        return _count - before;
    }
}
