using FitServerless.Quotas;

namespace FitServerless.Tests.Quotas;

/// <summary>Fails each call, or never ends one.</summary>
internal sealed class BrokenQuotaStore(Exception? fault) : IQuotaStore
{
    public int Calls { get; private set; }

    public Task<QuotaCount> FindAsync(string userId, string policy, CancellationToken cancellationToken)
    {
        Calls++;
        return fault is null ? new TaskCompletionSource<QuotaCount>().Task : Task.FromException<QuotaCount>(fault);
    }

    public Task<QuotaCount?> TryWriteAsync(string userId, string policy, QuotaCount count, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing was found.");
}
