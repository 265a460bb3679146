using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using FitServerless.Accounts;
using FitServerless.Storage;

namespace FitServerless.Privacy;

/// <summary>
/// Erasures under way, a partition each. Only here is it said whose they are: what runs them knows a number, and leaves no trace of the person in
/// its own storage.
/// </summary>
public sealed class ErasureJobs(AppTables tables)
{
    private const string JobRow = "job";
    private const string RoomPrefix = "room|";

    private readonly TableClient _table = tables.Erasures;

    /// <summary>The same each time for the same person, so that what is asked for twice is done once. Tells nothing of who it is.</summary>
    public static string IdOf(string userId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"erasure\n{userId}")).AsSpan(0, 16));

    /// <summary>Safe to repeat. One transaction.</summary>
    public Task AddAsync(Account account, DateTimeOffset at, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(IdOf(account.Id), JobRow) { ["UserId"] = account.Id, ["Email"] = account.Email, ["RequestedAt"] = at },
        TableUpdateMode.Merge,
        cancellationToken);

    /// <summary>Whose it is; <c>null</c> when it is over, or never was. One transaction.</summary>
    public Task<string?> FindUserAsync(string jobId, CancellationToken cancellationToken) => FindAsync(jobId, "UserId", cancellationToken);

    /// <summary>The address that the person had when they asked for it. One transaction.</summary>
    public Task<string?> FindEmailAsync(string userId, CancellationToken cancellationToken) => FindAsync(IdOf(userId), "Email", cancellationToken);

    /// <summary>All that are under way. Reads the table, in which there is nothing else.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {JobRow}"), cancellationToken: cancellationToken)
            .Select(row => row.PartitionKey)
            .ToListAsync(cancellationToken);

    /// <summary>Remembers chat rooms the person was in. One transaction each.</summary>
    public async Task AddRoomsAsync(string jobId, IEnumerable<string> roomIds, CancellationToken cancellationToken)
    {
        foreach (var roomId in roomIds)
        {
            await _table.UpsertEntityAsync(
                new TableEntity(jobId, RoomPrefix + TableKeys.Encode(roomId)) { ["RoomId"] = roomId }, TableUpdateMode.Replace, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<string>> ReadRoomsAsync(string jobId, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {jobId} and RowKey gt {RoomPrefix}"), cancellationToken: cancellationToken)
            .Select(row => row.GetString("RoomId")!)
            .ToListAsync(cancellationToken);

    /// <summary>Forgets the job. What says that there is one goes first: the rest alone is nothing that could be started again.</summary>
    public Task EndAsync(string jobId, CancellationToken cancellationToken) => _table.DeletePartitionAsync(jobId, cancellationToken);

    private async Task<string?> FindAsync(string jobId, string column, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(jobId, JobRow, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetString(column) : null;
    }
}
