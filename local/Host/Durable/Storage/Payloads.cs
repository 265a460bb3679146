using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>Texts of rows. What is too long for a column is a blob, and the column has its name.</summary>
internal sealed class Payloads(BlobContainerClient blobs)
{
    // A text column holds 64 KiB of UTF-16.
    private const int LongestInline = 30_000;

    private const string BlobSuffix = "Blob";

    /// <summary>The blobs that a row names.</summary>
    public static IEnumerable<string> NamesIn(TableEntity row) =>
        row.Where(column => column.Key.EndsWith(BlobSuffix, StringComparison.Ordinal)).Select(column => (string)column.Value!);

    /// <summary>Written before the row that names it, so a row never names a blob that is not there yet.</summary>
    public async Task PutAsync(TableEntity row, string column, string? text, CancellationToken cancellation)
    {
        if (text is null) return;
        if (text.Length <= LongestInline)
        {
            row[column] = text;
            return;
        }

        var name = $"{FolderOf(row.PartitionKey)}{Guid.NewGuid():N}";
        await blobs.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), cancellation);
        row[column + BlobSuffix] = name;
    }

    /// <returns>Null when there is no such text, or its instance is being purged.</returns>
    public async Task<string?> GetAsync(TableEntity row, string column, CancellationToken cancellation)
    {
        if (row.GetString(column + BlobSuffix) is not { } name) return row.GetString(column);
        try
        {
            var blob = await blobs.GetBlobClient(name).DownloadContentAsync(cancellation);
            return blob.Value.Content.ToString();
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Best effort: one that stays only takes up room until its instance is purged.</summary>
    public async Task DropAsync(IEnumerable<string> names)
    {
        try
        {
            foreach (var name in names) await blobs.DeleteBlobIfExistsAsync(name);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            // Storage is away.
        }
    }

    /// <summary>All that rows of a partition ever named.</summary>
    public async Task DropAllAsync(string partition, CancellationToken cancellation)
    {
        await foreach (var blob in blobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, FolderOf(partition), cancellation))
            await blobs.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private static string FolderOf(string partition) => $"{Uri.EscapeDataString(partition)}/";
}
