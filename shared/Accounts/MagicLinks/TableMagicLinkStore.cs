using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Accounts.MagicLinks;

internal sealed class TableMagicLinkStore(AppTables tables) : IMagicLinkStore
{
    private readonly TableClient _table = tables.MagicLinks;

    // Not an insert: the secret is new, and a retry whose first answer was lost must not fail on its own row.
    public Task AddAsync(MagicLink link, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(ToRow(link), TableUpdateMode.Replace, cancellationToken);

    public async Task<MagicLink?> FindAsync(LinkToken.Place place, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(place.Day, place.Hash, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    public async Task<bool> TryUpdateAsync(MagicLink link, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(ToRow(link), link.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    public async Task DeleteAsync(string email, IReadOnlyList<string> days, CancellationToken cancellationToken)
    {
        foreach (var day in days)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day} and Email eq {email}");
            await foreach (var row in _table.QueryAsync<TableEntity>(
                filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }
    }

    private static TableEntity ToRow(MagicLink link) => new(link.Place.Day, link.Place.Hash)
    {
        [nameof(MagicLink.Email)] = link.Email,
        [nameof(MagicLink.ExpiresAt)] = link.ExpiresAt,
        [nameof(MagicLink.UsedBy)] = link.UsedBy,
    };

    private static MagicLink FromRow(TableEntity row) => new()
    {
        Place = new LinkToken.Place(row.PartitionKey, row.RowKey),
        Email = row.GetString(nameof(MagicLink.Email))!,
        ExpiresAt = row.GetDateTimeOffset(nameof(MagicLink.ExpiresAt))!.Value,
        UsedBy = row.GetString(nameof(MagicLink.UsedBy)),
        ETag = row.ETag,
    };
}
