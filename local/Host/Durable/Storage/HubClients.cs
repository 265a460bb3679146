using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>
/// A hub's storage. <see cref="Instances"/> has a partition per instance, so that what a step changes is one transaction;
/// <see cref="Notices"/> tells the process that works of messages which another one accepted; large texts and the lock are blobs.
/// </summary>
internal sealed record HubClients(TableClient Instances, TableClient Notices, BlobContainerClient Blobs)
{
    /// <exception cref="FormatException">That is no connection string.</exception>
    public static HubClients Create(
        string connection, string hubName, TableClientOptions? tables = null, BlobClientOptions? blobs = null) =>
        new(new TableClient(connection, $"{hubName}Local", tables),
            new TableClient(connection, $"{hubName}LocalNotices", tables),
            new BlobContainerClient(connection, $"{hubName}-local".ToLowerInvariant(), blobs));
}
