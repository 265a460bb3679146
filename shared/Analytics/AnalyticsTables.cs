using FitServerless.Cleanup;
using Microsoft.Extensions.Options;

namespace FitServerless.Analytics;

/// <summary>An old day's table is dropped whole, in one transaction, however much is in it.</summary>
internal sealed class AnalyticsTables(EventTables tables, IOptions<AnalyticsOptions> options) : ICleanup
{
    public string Name => "analytics";

    public async Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        await foreach (var old in tables.ListAsync(day.AddDays(1 - options.Value.RetentionDays), cancellationToken))
        {
            await tables.DropAsync(old, cancellationToken);
            done.Tables++;
        }
    }
}
