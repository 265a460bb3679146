using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Bench.Budgets;

/// <summary>Counts requests to storage, which are billed as transactions (a batch is one), and how long it took to answer, one by one.</summary>
internal sealed class TransactionCounter : HttpPipelineSynchronousPolicy
{
    private const string SentAt = nameof(TransactionCounter);

    private int _count;
    private long _ticks;

    public int Count => Volatile.Read(ref _count);

    public TimeSpan Waited => new(Volatile.Read(ref _ticks));

    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref _count);
        message.SetProperty(SentAt, Stopwatch.GetTimestamp());
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.TryGetProperty(SentAt, out var sent) && sent is long at)
            Interlocked.Add(ref _ticks, Stopwatch.GetElapsedTime(at).Ticks);
    }
}
