using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Accounts;

internal sealed class TableRefreshTokenStore(AppTables tables, ExpiryIndex expiry) : IRefreshTokenStore
{
    private readonly TableClient _table = tables.RefreshTokens;

    public async Task AddAsync(RefreshFamily family, CancellationToken cancellationToken)
    {
        await expiry.NoteAsync(
            RefreshTokenExpiry.Name, family.AccountId, DateOnly.FromDateTime(family.ExpiresAt.UtcDateTime), cancellationToken);
        // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
        await _table.UpsertEntityAsync(ToRow(family), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<RefreshFamily?> FindAsync(string accountId, string familyId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(accountId, familyId, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    public async Task<IReadOnlyList<RefreshFamily>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {accountId}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(FromRow).ToListAsync(cancellationToken);
    }

    public async Task<bool> TryUpdateAsync(RefreshFamily family, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(ToRow(family), family.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            return false;
        }
    }

    private static TableEntity ToRow(RefreshFamily family) => new(family.AccountId, family.Id)
    {
        [nameof(RefreshFamily.Device)] = family.Device,
        [nameof(RefreshFamily.Method)] = family.Method.ToString(),
        [nameof(RefreshFamily.CreatedAt)] = family.CreatedAt,
        [nameof(RefreshFamily.Epoch)] = family.Epoch,
        [nameof(RefreshFamily.Generation)] = family.Generation,
        [nameof(RefreshFamily.RotatedAt)] = family.RotatedAt,
        [nameof(RefreshFamily.ExpiresAt)] = family.ExpiresAt,
        [nameof(RefreshFamily.Revoked)] = family.Revoked,
    };

    private static RefreshFamily FromRow(TableEntity row) => new()
    {
        AccountId = row.PartitionKey,
        Id = row.RowKey,
        Device = row.GetString(nameof(RefreshFamily.Device)) ?? "Unknown",
        Method = Enum.TryParse<SignInMethod>(row.GetString(nameof(RefreshFamily.Method)), out var method) ? method : SignInMethod.Password,
        CreatedAt = row.GetDateTimeOffset(nameof(RefreshFamily.CreatedAt)) ?? row.GetDateTimeOffset(nameof(RefreshFamily.RotatedAt))!.Value,
        Epoch = row.GetInt32(nameof(RefreshFamily.Epoch)) ?? 0,
        Generation = row.GetInt32(nameof(RefreshFamily.Generation))!.Value,
        RotatedAt = row.GetDateTimeOffset(nameof(RefreshFamily.RotatedAt))!.Value,
        ExpiresAt = row.GetDateTimeOffset(nameof(RefreshFamily.ExpiresAt))!.Value,
        Revoked = row.GetBoolean(nameof(RefreshFamily.Revoked))!.Value,
        ETag = row.ETag,
    };
}
