using System.Globalization;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Analytics;

/// <summary>A table a UTC day, <c>Analytics{yyyyMMdd}</c>: an old one is dropped whole, in one transaction, however much is in it.</summary>
internal sealed class AnalyticsTables(TableServiceClient service, IOptions<StorageOptions> storage, IOptions<AnalyticsOptions> options) : ICleanup
{
    private const string DayFormat = "yyyyMMdd";

    private readonly string _prefix = storage.Value.TablePrefix + "Analytics";

    public string Name => "analytics";

    public async Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var kept = _prefix + day.AddDays(1 - options.Value.RetentionDays).ToString(DayFormat, CultureInfo.InvariantCulture);
        var filter = TableServiceClient.CreateQueryFilter($"TableName ge {_prefix} and TableName lt {kept}");
        await foreach (var table in service.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            // Other tables may begin like this.
            if (!DateOnly.TryParseExact(table.Name.AsSpan(_prefix.Length), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                continue;
            await service.DeleteTableAsync(table.Name, cancellationToken);
            done.Tables++;
        }
    }
}
