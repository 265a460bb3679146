using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Cleanup;

/// <summary>Forgets old runs.</summary>
internal sealed class RunRecords(AppTables tables, IOptions<CleanupOptions> options) : ICleanup
{
    public string Name => "runs";

    public Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var kept = new DateTimeOffset(day.AddDays(1 - options.Value.RunDays), TimeOnly.MinValue, TimeSpan.Zero);
        return tables.Runs.DeleteFoundAsync(CleanupRuns.OlderThan(kept), rows => done.Rows += rows, cancellationToken);
    }
}
