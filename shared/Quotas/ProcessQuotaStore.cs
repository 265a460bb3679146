using Azure;

namespace FitServerless.Quotas;

/// <summary>For counts of one process alone: they live in its leases, and nothing has to be kept here.</summary>
internal sealed class ProcessQuotaStore : IQuotaStore
{
    public Task<QuotaCount> FindAsync(string userId, string policy, CancellationToken cancellationToken) => Task.FromResult(QuotaCount.None);

    public Task<QuotaCount?> TryWriteAsync(string userId, string policy, QuotaCount count, CancellationToken cancellationToken) =>
        Task.FromResult<QuotaCount?>(count with { ETag = ETag.All });
}
