using System.Globalization;
using Azure.Data.Tables;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Analytics;

/// <summary>A table a UTC day, <c>Analytics{yyyyMMdd}</c>, made by whoever first writes to it.</summary>
internal sealed class EventTables(TableServiceClient service, IOptions<StorageOptions> storage)
{
    private const string DayFormat = "yyyyMMdd";

    private readonly string _prefix = storage.Value.TablePrefix + "Analytics";

    public TableClient Of(DateOnly day) => service.GetTableClient(NameOf(day));

    /// <summary>The days before one that have a table, by name; with several accounts a day may come several times.</summary>
    public async IAsyncEnumerable<DateOnly> ListAsync(
        DateOnly before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = NameOf(before);
        var filter = TableServiceClient.CreateQueryFilter($"TableName ge {_prefix} and TableName lt {end}");
        await foreach (var table in service.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            // Other tables may begin like this.
            if (DateOnly.TryParseExact(table.Name.AsSpan(_prefix.Length), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                yield return day;
        }
    }

    public Task DropAsync(DateOnly day, CancellationToken cancellationToken) => service.DeleteTableAsync(NameOf(day), cancellationToken);

    private string NameOf(DateOnly day) => _prefix + day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
