using FitServerless.Quotas;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>
/// Bounds what one network source learns by trying: wrong passwords, and addresses that turn out to be taken, at whatever accounts. One is
/// taken before each try and given back after a good one, so that those that run at the same time count, too.
/// </summary>
public sealed class SourceFailures(QuotaService quotas, IOptions<AccountOptions> options)
{
    private readonly QuotaPolicy _policy = new("sign-in-failures", options.Value.FailuresPerSourceAndHour, TimeSpan.FromHours(1));

    /// <summary>How long the source has to wait; <c>null</c> when it may try. Mostly no transaction.</summary>
    /// <param name="source">See <see cref="SourceKeys"/>.</param>
    public async Task<TimeSpan?> TakeAsync(string source, CancellationToken cancellationToken)
    {
        var verdict = await quotas.TakeAsync(source, _policy, cancellationToken);
        return verdict.IsAllowed ? null : TimeSpan.FromSeconds(verdict.Standing.ResetSeconds);
    }

    public Task ReturnAsync(string source, CancellationToken cancellationToken) => quotas.ReturnAsync(source, _policy, cancellationToken);
}
