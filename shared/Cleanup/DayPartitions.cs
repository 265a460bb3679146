using System.Globalization;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Cleanup;

/// <summary>
/// A table with a partition a UTC day (<c>yyyyMMdd</c>): what is due is known by its name and stands at the table's beginning, so that no index
/// is needed.
/// </summary>
/// <param name="keptDays">Days that are kept, the last one included; at least 1.</param>
internal sealed class DayPartitions(string name, TableClient table, Func<int> keptDays) : ICleanup
{
    public string Name => name;

    public static string Partition(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var kept = Partition(day.AddDays(1 - keptDays()));
        return table.DeleteFoundAsync(
            TableClient.CreateQueryFilter($"PartitionKey lt {kept}"), rows => done.Rows += rows, cancellationToken);
    }
}
