using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Grants;

/// <summary>
/// Two rows a grant: the grant itself with its client, and with its trainer a pointer to it. The pointer is written first and deleted last, and
/// alone allows nothing.
/// </summary>
internal sealed class TableGrantStore(AppTables tables) : IGrantStore
{
    private const string Given = "given|";
    private const string Got = "got|";

    private readonly TableClient _table = tables.Grants;

    public async Task PutAsync(Grant grant, CancellationToken cancellationToken)
    {
        await _table.UpsertEntityAsync(new TableEntity(grant.TrainerKey, Got + grant.ClientId), TableUpdateMode.Replace, cancellationToken);
        await _table.UpsertEntityAsync(ToRow(grant), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<Grant?> FindAsync(string clientId, string trainerKey, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(clientId, Given + trainerKey, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    public async Task<IReadOnlyList<Grant>> ListAsync(string clientId, CancellationToken cancellationToken) =>
        await RowsAsync(clientId, Given, cancellationToken).Select(FromRow).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> ListClientsAsync(string trainerKey, CancellationToken cancellationToken) =>
        await RowsAsync(trainerKey, Got, cancellationToken).Select(row => row.RowKey[Got.Length..]).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> ListClientsAsync(string trainerKey, string after, int limit, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(KeyPrefix.Filter(trainerKey, Got, after), limit, cancellationToken: cancellationToken)
            .Take(limit)
            .Select(row => row.RowKey[Got.Length..])
            .ToListAsync(cancellationToken);

    public async Task DeleteAsync(string clientId, string trainerKey, CancellationToken cancellationToken)
    {
        await _table.DeleteEntityAsync(clientId, Given + trainerKey, ETag.All, cancellationToken);
        await _table.DeleteEntityAsync(trainerKey, Got + clientId, ETag.All, cancellationToken);
    }

    public async Task DeleteGivenAsync(string clientId, string trainerKey, CancellationToken cancellationToken)
    {
        await _table.DeleteEntityAsync(trainerKey, Got + clientId, ETag.All, cancellationToken);
        await _table.DeleteEntityAsync(clientId, Given + trainerKey, ETag.All, cancellationToken);
    }

    private AsyncPageable<TableEntity> RowsAsync(string partition, string prefix, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(KeyPrefix.Filter(partition, prefix), cancellationToken: cancellationToken);

    private static TableEntity ToRow(Grant grant) => new(grant.ClientId, Given + grant.TrainerKey)
    {
        [nameof(Grant.TrainerEmail)] = grant.TrainerEmail,
        [nameof(Grant.Scopes)] = string.Join(',', grant.Scopes),
        [nameof(Grant.CreatedAt)] = grant.CreatedAt,
        [nameof(Grant.ExpiresAt)] = grant.ExpiresAt,
    };

    private static Grant FromRow(TableEntity row) => new()
    {
        ClientId = row.PartitionKey,
        TrainerKey = row.RowKey[Given.Length..],
        TrainerEmail = row.GetString(nameof(Grant.TrainerEmail)),
        Scopes = row.GetString(nameof(Grant.Scopes))!.Split(','),
        CreatedAt = row.GetDateTimeOffset(nameof(Grant.CreatedAt))!.Value,
        ExpiresAt = row.GetDateTimeOffset(nameof(Grant.ExpiresAt)),
    };
}
