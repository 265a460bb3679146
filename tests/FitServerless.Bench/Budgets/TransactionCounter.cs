using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Bench.Budgets;

/// <summary>Counts requests to storage: what is billed as a transaction. A batch is one.</summary>
internal sealed class TransactionCounter : HttpPipelineSynchronousPolicy
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}
