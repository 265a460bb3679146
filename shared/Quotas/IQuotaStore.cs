namespace FitServerless.Quotas;

/// <summary>Counts by user and policy; each call is one transaction.</summary>
internal interface IQuotaStore
{
    Task<QuotaCount> FindAsync(string userId, string policy, CancellationToken cancellationToken);

    /// <summary>The count with its new ETag; <c>null</c> when another process has changed it meanwhile.</summary>
    Task<QuotaCount?> TryWriteAsync(string userId, string policy, QuotaCount count, CancellationToken cancellationToken);
}
