using Azure.Data.Tables;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>The states of a user's devices, in rows of the user's partition.</summary>
internal sealed class DeviceStore(AppTables tables)
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

    /// <summary>One transaction, and one for each device that is gone. For when a device is new, which is rare.</summary>
    public async Task RemoveExpiredAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {Prefix} and RowKey lt {Prefix + "\u007f"} and LastSync lt {now - DeviceState.Lifetime}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
    }

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
