using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>The states of a user's devices, in rows of the user's partition.</summary>
internal sealed class DeviceStore(AppTables tables, ExpiryIndex expiry)
{
    private const string Prefix = "device|";

    private readonly TableClient _table = tables.UserData;

    /// <summary>One transaction.</summary>
    public async Task<DeviceState?> FindAsync(string userId, string deviceId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, Key(deviceId), cancellationToken: cancellationToken);
        return row.HasValue ? State(row.Value!) : null;
    }

    /// <summary>One transaction. Of two requests of one device at the same time the later one stays: each had all from the same place.</summary>
    public Task SaveAsync(string userId, string deviceId, DeviceState state, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(Row(userId, deviceId, state), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Says that there will be a device that is new, so that it is forgotten when it stays away. Mostly one transaction.</summary>
    public Task NoteAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        expiry.NoteAsync(DeviceExpiry.Name, userId, DueAfter(now), cancellationToken);

    /// <summary>As of <see cref="IExpiring"/>.</summary>
    public async Task<DateOnly?> PurgeAsync(string userId, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {Prefix} and RowKey lt {Prefix + "\u007f"}");
        var rows = await _table.QueryAsync<TableEntity>(
            filter, select: ["PartitionKey", "RowKey", nameof(DeviceState.LastSync)], cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        var due = rows.ToLookup(row => DueAfter(row) <= day);
        await _table.DeleteRowsAsync(userId, due[true].Select(row => row.RowKey), count => done.Rows += count, cancellationToken);
        return due[false].Select(row => (DateOnly?)DueAfter(row)).Min();
    }

    private static DateOnly DueAfter(TableEntity row) => DueAfter(row.GetDateTimeOffset(nameof(DeviceState.LastSync))!.Value);

    private static DateOnly DueAfter(DateTimeOffset lastSync) => DateOnly.FromDateTime((lastSync + DeviceState.Lifetime).UtcDateTime);

    private static string Key(string deviceId) => Prefix + TableKeys.Encode(deviceId);

    private static TableEntity Row(string userId, string deviceId, DeviceState state) => new(userId, Key(deviceId))
    {
        [nameof(DeviceState.Confirmed)] = state.Confirmed.Ticks,
        [nameof(DeviceState.Answered)] = state.Answered.Ticks,
        [nameof(DeviceState.Last)] = PushedVersion.ToBytes(state.Last),
        [nameof(DeviceState.Earlier)] = PushedVersion.ToBytes(state.Earlier),
        [nameof(DeviceState.Unit)] = (int)state.Unit,
        [nameof(DeviceState.LastSync)] = state.LastSync,
    };

    private static DeviceState State(TableEntity row) => new()
    {
        Confirmed = new Sequence(row.GetInt64(nameof(DeviceState.Confirmed))!.Value),
        Answered = new Sequence(row.GetInt64(nameof(DeviceState.Answered))!.Value),
        Last = PushedVersion.Read(row.GetBinary(nameof(DeviceState.Last))!),
        Earlier = PushedVersion.Read(row.GetBinary(nameof(DeviceState.Earlier))!),
        Unit = (UnixUnit)row.GetInt32(nameof(DeviceState.Unit))!.Value,
        LastSync = row.GetDateTimeOffset(nameof(DeviceState.LastSync))!.Value,
    };
}
