using FitServerless.Accounts;
using FitServerless.Quotas;
using FitServerless.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Coach;

/// <summary>
/// Who may ask the coach how much. The coach answers even while storage is down: requests are then let in uncounted, and no model is asked.
/// </summary>
public sealed partial class CoachQuotas(QuotaService quotas, IOptions<CoachOptions> options, ILogger<CoachQuotas> logger)
{
    private readonly QuotaPolicy _freeMinute = Minute(options.Value.FreePerMinute);
    private readonly QuotaPolicy _proMinute = Minute(options.Value.ProPerMinute);
    private readonly QuotaPolicy _freeDay = Day(options.Value.FreeModelAnswersPerDay);
    private readonly QuotaPolicy _proDay = Day(options.Value.ProModelAnswersPerDay);

    /// <summary>A request.</summary>
    public Task<QuotaVerdict> EnterAsync(Caller caller, CancellationToken cancellationToken) =>
        TakeAsync(caller, IsPro(caller) ? _proMinute : _freeMinute, withoutStorage: true, cancellationToken);

    /// <summary>An answer by a model.</summary>
    public Task<QuotaVerdict> SpendAsync(Caller caller, CancellationToken cancellationToken) =>
        TakeAsync(caller, DayOf(caller), withoutStorage: false, cancellationToken);

    /// <summary>The answer never came.</summary>
    public Task RefundAsync(Caller caller, CancellationToken cancellationToken) =>
        quotas.ReturnAsync(caller.Id, DayOf(caller), cancellationToken);

    public static bool IsPro(Caller caller) => caller.Tier == Tiers.Pro;

    private static QuotaPolicy Minute(int limit) => new("coach-minute", limit, TimeSpan.FromMinutes(1));

    private static QuotaPolicy Day(int limit) => new("model-day", limit, TimeSpan.FromDays(1));

    private QuotaPolicy DayOf(Caller caller) => IsPro(caller) ? _proDay : _freeDay;

    private async Task<QuotaVerdict> TakeAsync(Caller caller, QuotaPolicy policy, bool withoutStorage, CancellationToken cancellationToken)
    {
        try
        {
            return await quotas.TakeAsync(caller.Id, policy, cancellationToken);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUncounted(policy.Name, StorageFaults.Reason(e));
            return new QuotaVerdict(withoutStorage, new QuotaStanding(policy, 0, 1));
        }
    }

    [LoggerMessage(4003, LogLevel.Warning, "The quota {Policy} could not be counted: {Reason}")]
    private partial void LogUncounted(string policy, string reason);
}
