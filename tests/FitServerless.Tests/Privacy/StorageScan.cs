using System.Text;
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
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
                if (Holds(blob.Name, words) || Holds(content, words))
                    found.Add($"{container.Name}: {blob.Name}");
            }
        }

        return found;
    }

    private static bool Holds(object? value, string[] words) => value switch
    {
        string text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)),
        byte[] bytes => Holds(Encoding.UTF8.GetString(bytes), words),
        _ => false,
    };
}
