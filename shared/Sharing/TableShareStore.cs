using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Sharing;

/// <summary>
/// Two rows a share: the share itself with its owner, and with its receiver a pointer to it. The pointer is written first and alone allows nothing:
/// so what the owner takes back is good no more from then on, on every instance.
/// </summary>
internal sealed class TableShareStore(AppTables tables) : IShareStore
{
    private const string Given = "given|";
    private const string Got = "got|";
    private const string Collection = "Collection";
    private const string ItemId = "ItemId";

    private readonly TableClient _table = tables.Shares;

    public async Task PutAsync(Share share, CancellationToken cancellationToken)
    {
        var pointer = new TableEntity(share.ReceiverKey, Got + share.Id) { [nameof(Share.OwnerId)] = share.OwnerId };
        await _table.UpsertEntityAsync(pointer, TableUpdateMode.Replace, cancellationToken);
        await _table.UpsertEntityAsync(ToRow(share), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<Share?> FindAsync(string ownerId, string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(ownerId, Given + id, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    public async Task<Share?> FindReceivedAsync(string receiverKey, string id, CancellationToken cancellationToken)
    {
        var pointer = await _table.GetEntityIfExistsAsync<TableEntity>(receiverKey, Got + id, cancellationToken: cancellationToken);
        return pointer.HasValue ? await FindAsync(pointer.Value!.GetString(nameof(Share.OwnerId))!, id, cancellationToken) : null;
    }

    public async Task<IReadOnlyList<Share>> ListAsync(string ownerId, CancellationToken cancellationToken) =>
        await RowsAsync(ownerId, Given, cancellationToken).Select(FromRow).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<(string Id, string OwnerId)>> ListReceivedAsync(string receiverKey, CancellationToken cancellationToken) =>
        await RowsAsync(receiverKey, Got, cancellationToken).Select(FromPointer).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<(string Id, string OwnerId)>> ListReceivedAsync(
        string receiverKey, string after, int limit, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(KeyPrefix.Filter(receiverKey, Got, after), limit, cancellationToken: cancellationToken)
            .Take(limit)
            .Select(FromPointer)
            .ToListAsync(cancellationToken);

    public async Task DeleteReceivedAsync(string ownerId, string receiverKey, string id, CancellationToken cancellationToken)
    {
        await _table.DeleteEntityAsync(ownerId, Given + id, ETag.All, cancellationToken);
        await _table.DeleteEntityAsync(receiverKey, Got + id, ETag.All, cancellationToken);
    }

    public async Task DeleteAsync(Share share, CancellationToken cancellationToken)
    {
        await _table.DeleteEntityAsync(share.ReceiverKey, Got + share.Id, ETag.All, cancellationToken);
        await _table.DeleteEntityAsync(share.OwnerId, Given + share.Id, ETag.All, cancellationToken);
    }

    private AsyncPageable<TableEntity> RowsAsync(string partition, string prefix, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(KeyPrefix.Filter(partition, prefix), cancellationToken: cancellationToken);

    private static (string Id, string OwnerId) FromPointer(TableEntity row) =>
        (row.RowKey[Got.Length..], row.GetString(nameof(Share.OwnerId))!);

    private static TableEntity ToRow(Share share) => new(share.OwnerId, Given + share.Id)
    {
        [nameof(Share.ReceiverKey)] = share.ReceiverKey,
        [nameof(Share.ReceiverEmail)] = share.ReceiverEmail,
        [Collection] = share.Item.Collection,
        [ItemId] = share.Item.Id,
        [nameof(Share.IsEditable)] = share.IsEditable,
        [nameof(Share.CreatedAt)] = share.CreatedAt,
        [nameof(Share.ExpiresAt)] = share.ExpiresAt,
    };

    private static Share FromRow(TableEntity row) => new()
    {
        OwnerId = row.PartitionKey,
        ReceiverKey = row.GetString(nameof(Share.ReceiverKey))!,
        ReceiverEmail = row.GetString(nameof(Share.ReceiverEmail)),
        Item = new DocumentKey(row.GetString(Collection)!, row.GetString(ItemId)!),
        IsEditable = row.GetBoolean(nameof(Share.IsEditable))!.Value,
        CreatedAt = row.GetDateTimeOffset(nameof(Share.CreatedAt))!.Value,
        ExpiresAt = row.GetDateTimeOffset(nameof(Share.ExpiresAt)),
    };
}
