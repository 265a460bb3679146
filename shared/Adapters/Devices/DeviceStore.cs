using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>The states of a user's devices, in rows of the user's partition.</summary>
internal sealed class DeviceStore(AppTables tables, ExpiryIndex expiry)
{
    /// <summary>Of one user. Devices name themselves, and a state may have 5,000 versions of 13 bytes: 6.5 MB in all.</summary>
    public const int MaxDevices = 100;

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

    /// <summary>
    /// Makes room for a device that is new, and sees to it that it is forgotten when it stays away. Of too many, those that stayed away longest are
    /// forgotten now, and would get everything again. Mostly two transactions.
    /// </summary>
    public async Task WelcomeAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await expiry.NoteAsync(DeviceExpiry.Name, userId, DueAfter(now), cancellationToken);
        var rows = await ListAsync(userId, cancellationToken);
        var stale = rows.OrderByDescending(row => row.GetDateTimeOffset(nameof(DeviceState.LastSync))).Skip(MaxDevices - 1);
        await _table.DeleteRowsAsync(userId, stale.Select(row => row.RowKey), null, cancellationToken);
    }

    /// <summary>As of <see cref="IExpiring"/>.</summary>
    public async Task<DateOnly?> PurgeAsync(string userId, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        var rows = await ListAsync(userId, cancellationToken);
        var due = rows.ToLookup(row => DueAfter(row) <= day);
        await _table.DeleteRowsAsync(userId, due[true].Select(row => row.RowKey), count => done.Rows += count, cancellationToken);
        return due[false].Select(row => (DateOnly?)DueAfter(row)).Min();
    }

    /// <summary>Without what they sent.</summary>
    private ValueTask<List<TableEntity>> ListAsync(string userId, CancellationToken cancellationToken) => _table.QueryAsync<TableEntity>(
        KeyPrefix.Filter(userId, Prefix), select: ["PartitionKey", "RowKey", nameof(DeviceState.LastSync)], cancellationToken: cancellationToken)
        .ToListAsync(cancellationToken);

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
