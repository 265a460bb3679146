using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Administration.Switches;

/// <summary>The one row of the switches. Each call is one transaction.</summary>
internal sealed class SwitchStore(AppTables tables)
{
    private const string Key = "switches";
    private const string Version = "Version";

    private readonly TableClient _table = tables.Configuration;

    public async Task<StoredSwitches> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Key, Key, cancellationToken: cancellationToken);
        return row.HasValue
            ? new StoredSwitches(FromRow(row.Value!), row.Value!.GetInt32(Version)!.Value, row.Value.ETag)
            : new StoredSwitches(new SwitchValues(), 0, null);
    }

    /// <summary>False when somebody else has written since they were read.</summary>
    public async Task<bool> TryWriteAsync(StoredSwitches read, SwitchValues next, CancellationToken cancellationToken)
    {
        var row = ToRow(next, read.Version + 1);
        try
        {
            if (read.ETag is { } tag)
                await _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken);
            else
                await _table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    private static TableEntity ToRow(SwitchValues values, int version) => new(Key, Key)
    {
        [Version] = version,
        [nameof(SwitchValues.OpenRegistration)] = values.OpenRegistration,
        [nameof(SwitchValues.TrackUserBehavior)] = values.TrackUserBehavior,
        [nameof(SwitchValues.TrackPerformanceMetrics)] = values.TrackPerformanceMetrics,
    };

    private static SwitchValues FromRow(TableEntity row) => new()
    {
        OpenRegistration = row.GetBoolean(nameof(SwitchValues.OpenRegistration)),
        TrackUserBehavior = row.GetBoolean(nameof(SwitchValues.TrackUserBehavior)),
        TrackPerformanceMetrics = row.GetBoolean(nameof(SwitchValues.TrackPerformanceMetrics)),
    };
}
