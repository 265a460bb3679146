namespace FitServerless.Quotas;

/// <summary>One of a limit, and which count it was taken from.</summary>
internal readonly record struct RateTaking(QuotaService Quotas, string Owner, QuotaPolicy Policy)
{
    public Task ReturnAsync(CancellationToken cancellationToken) => Quotas.ReturnAsync(Owner, Policy, cancellationToken);
}
