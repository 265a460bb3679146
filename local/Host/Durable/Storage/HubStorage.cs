using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Leases;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>Inboxes, outboxes and notices: how messages get from instance to instance.</summary>
internal sealed class HubStorage(HubClients clients)
{
    private const string NoticePartition = "n";

    private readonly Lock _lock = new();
    private Task? _created;

    public Payloads Payloads { get; } = new(clients.Blobs);

    public Rows Rows => field ??= new(Payloads);

    public TableClient Instances => clients.Instances;

    /// <summary>Once a process: three calls, then none.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_created is null or { IsFaulted: true } or { IsCanceled: true }) _created = CreateAsync();
            return _created.WaitAsync(cancellation);
        }
    }

    /// <summary>The blob whose lease makes one process work the hub.</summary>
    public async Task<BlobLeaseClient> GetLockAsync(CancellationToken cancellation)
    {
        await EnsureCreatedAsync(cancellation);
        return await LeaseBlob.GetAsync(clients.Blobs.GetBlobClient("owner"), cancellation);
    }

    /// <summary>A message that is there already was put there by an earlier try.</summary>
    /// <returns>The message as it is stored.</returns>
    public async Task<HubMessage> AddAsync(HubMessage message, CancellationToken cancellation)
    {
        await EnsureCreatedAsync(cancellation);
        var row = await Rows.FromAsync(message, cancellation);
        await AddOnceAsync(clients.Instances, row, cancellation);
        return message with { Blobs = [.. Payloads.NamesIn(row)] };
    }

    public Task AddNoticeAsync(HubMessage message, CancellationToken cancellation) =>
        AddOnceAsync(
            clients.Notices,
            new TableEntity(NoticePartition, message.Key) { [Rows.Instance] = message.Target },
            cancellation);

    public async Task<IReadOnlyList<Notice>> ReadNoticesAsync(CancellationToken cancellation)
    {
        var notices = new List<Notice>();
        await foreach (var row in clients.Notices.QueryAsync<TableEntity>(cancellationToken: cancellation))
            notices.Add(new Notice(Rows.InstanceOf(row), row.RowKey));
        return notices;
    }

    public Task DeleteAsync(Notice notice, CancellationToken cancellation) =>
        clients.Notices.DeleteEntityAsync(NoticePartition, notice.MessageKey, ETag.All, cancellation);

    /// <returns>Null when it has been dealt with.</returns>
    public async Task<HubMessage?> ReadMessageAsync(Notice notice, CancellationToken cancellation)
    {
        var row = await clients.Instances.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.Partition(notice.InstanceId), HubKeys.Inbox(notice.MessageKey), cancellationToken: cancellation);
        return row.HasValue ? await Rows.ToMessageAsync(row.Value!, cancellation) : null;
    }

    public async Task<IReadOnlyList<HubMessage>> ReadInboxAsync(string instanceId, CancellationToken cancellation)
    {
        var partition = HubKeys.Partition(instanceId);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {HubKeys.FirstInbox} and RowKey lt {HubKeys.AfterInbox}");
        var messages = new List<HubMessage>();
        await foreach (var row in clients.Instances.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            messages.Add(await Rows.ToMessageAsync(row, cancellation));
        return messages;
    }

    public Task DeleteAsync(Outbox outbox, CancellationToken cancellation) =>
        clients.Instances.DeleteEntityAsync(HubKeys.Partition(outbox.InstanceId), outbox.RowKey, ETag.All, cancellation);

    private async Task CreateAsync()
    {
        await clients.Blobs.CreateIfNotExistsAsync();
        await clients.Notices.CreateIfNotExistsAsync();
        await clients.Instances.CreateIfNotExistsAsync();
    }

    private static async Task AddOnceAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status409Conflict)
        {
        }
    }
}
