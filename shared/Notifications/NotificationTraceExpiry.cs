using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Notifications;

/// <summary>Takes traces out whose notifications have expired.</summary>
internal sealed class NotificationTraceExpiry(AppTables tables) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "notificationTraces";

    private readonly ExpiringRows _rows = new(tables.Notifications, NotificationRows.ExpiresAt);

    public string Kind => Name;

    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        _rows.PurgeAsync(owner, TracesOf(owner), day, done, cancellationToken);

    private static string TracesOf(string owner)
    {
        var (first, end) = (NotificationRowKeys.TracePrefix, NotificationRowKeys.TraceEnd);
        return TableClient.CreateQueryFilter($"PartitionKey eq {owner} and RowKey gt {first} and RowKey lt {end}");
    }
}
