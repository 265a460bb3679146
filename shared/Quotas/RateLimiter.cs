using System.Diagnostics.Metrics;
using FitServerless.Storage;
using FitServerless.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Quotas;

/// <summary>
/// Counts requests against the limits of their route's class. While the shared counts cannot be had, each process counts for itself: the
/// limits hold for each instance then, and no request fails because it could not be counted.
/// </summary>
public sealed partial class RateLimiter
{
    /// <summary>After a fault: so many requests go by without another try.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly Counter<long> Refusals =
        AppTelemetry.Meter.CreateCounter<long>("fitserverless.rate_limit.refusals", "{request}", "Requests past a limit, by the limit.");

    private readonly IReadOnlyDictionary<RouteClass, IReadOnlyList<RateRule>> _rules;
    private readonly TimeSpan _patience;
    private readonly QuotaService _shared;
    private readonly QuotaService _ofProcess;
    private readonly TimeProvider _clock;
    private readonly ILogger<RateLimiter> _logger;
    private long _sharedAgainAt;

    public RateLimiter(QuotaService shared, IOptions<RateLimitOptions> options, TimeProvider clock, ILogger<RateLimiter> logger)
    {
        (_rules, _shared, _clock, _logger) = (RateRules.Of(options.Value), shared, clock, logger);
        _patience = TimeSpan.FromMilliseconds(options.Value.WaitMilliseconds);
        _ofProcess = new QuotaService(new ProcessQuotaStore(), clock);
    }

    /// <param name="source">As <see cref="Accounts.SourceKeys"/> names it.</param>
    /// <param name="userId">Of a signed-in user; others are counted by their source.</param>
    public async Task<RateVerdict> EnterAsync(RouteClass routes, string source, string? userId, CancellationToken cancellationToken)
    {
        var rules = _rules[routes];
        var standings = new List<QuotaStanding>(rules.Count);
        var takings = new List<RateTaking>(rules.Count);
        foreach (var rule in rules)
        {
            var (verdict, taking) = await TakeAsync(rule.IsOfSource ? source : userId ?? source, rule, cancellationToken);
            if (rule.IsTold || !verdict.IsAllowed)
                standings.Add(verdict.Standing);
            takings.Add(taking);
            if (verdict.IsAllowed)
                continue;
            Refusals.Add(1, new KeyValuePair<string, object?>("fitserverless.rate_limit.policy", rule.Policy.Name));
            // A refused request takes nothing of the other limits.
            foreach (var taken in takings[..^1])
                await taken.ReturnAsync(cancellationToken);
            return new RateVerdict(standings, verdict.Standing.ResetSeconds);
        }

        return new RateVerdict(standings, 0);
    }

    private async Task<(QuotaVerdict Verdict, RateTaking Taking)> TakeAsync(string owner, RateRule rule, CancellationToken cancellationToken)
    {
        if (!rule.IsOfProcess && _clock.GetUtcNow().UtcTicks >= Volatile.Read(ref _sharedAgainAt))
        {
            try
            {
                var taking = _shared.TakeAsync(owner, rule.Policy, cancellationToken);
                var verdict = await (taking.IsCompleted ? taking : taking.WaitAsync(_patience, _clock, cancellationToken));
                return (verdict, new RateTaking(_shared, owner, rule.Policy));
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Volatile.Write(ref _sharedAgainAt, (_clock.GetUtcNow() + Pause).UtcTicks);
                LogAlone(
                    rule.Policy.Name,
                    Pause.TotalSeconds,
                    e is TimeoutException || StorageFaults.IsOutage(e) ? StorageFaults.Reason(e) : e.GetType().Name);
            }
        }

        return (await _ofProcess.TakeAsync(owner, rule.Policy, cancellationToken), new RateTaking(_ofProcess, owner, rule.Policy));
    }

    [LoggerMessage(1301, LogLevel.Warning, "Requests cannot be counted together ({Policy}); this process counts its own for {Seconds} s: {Reason}")]
    private partial void LogAlone(string policy, double seconds, string reason);
}
