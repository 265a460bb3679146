using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace FitServerless.Tests.Privacy;

/// <summary>Looks through all tables and blobs of an account, the durable hub's among them, for words.</summary>
internal static class StorageScan
{
    /// <summary>Where any of the words stands: in a key, a column, a blob's name or what is in it.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string storage, params string[] words)
    {
        var found = new List<string>();
        var tables = new TableServiceClient(storage);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                if (row.Any(column => Holds(column.Value, words)))
                    found.Add($"{table.Name}: {row.PartitionKey} {row.RowKey}");
            }
        }

        var blobs = new BlobServiceClient(storage);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                if (Holds(blob.Name, words) || Holds(await ReadAsync(client.GetBlobClient(blob.Name)), words))
                    found.Add($"{container.Name}: {blob.Name}");
            }
        }

        return found;
    }

    /// <summary><c>null</c> for one that has been deleted since it was listed.</summary>
    private static async Task<byte[]?> ReadAsync(BlobClient blob)
    {
        try
        {
            return (await blob.DownloadContentAsync()).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static bool Holds(object? value, string[] words) => value switch
    {
        string text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)),
        byte[] bytes => Holds(Encoding.UTF8.GetString(bytes), words),
        _ => false,
    };
}
