using Azure.Data.Tables;

namespace FitServerless.Files;

/// <summary>Files and totals as rows.</summary>
internal static class FileRows
{
    public const string Totals = "totals";

    public const string Prefix = "file|";

    /// <summary>Ids are UUIDs; see <see cref="FileService"/>.</summary>
    public static string Key(string id) => Prefix + id;

    public static TableEntity ToRow(string userId, StoredFile file) => new(userId, Key(file.Id))
    {
        [nameof(StoredFile.Name)] = file.Name,
        [nameof(StoredFile.MediaType)] = file.MediaType,
        [nameof(StoredFile.Size)] = file.Size,
        [nameof(StoredFile.Version)] = file.Version,
        [nameof(StoredFile.CreatedAt)] = file.CreatedAt,
        [nameof(StoredFile.IsSealed)] = file.IsSealed,
    };

    public static StoredFile File(TableEntity row) => new()
    {
        Id = row.RowKey[Prefix.Length..],
        Name = row.GetString(nameof(StoredFile.Name))!,
        MediaType = row.GetString(nameof(StoredFile.MediaType))!,
        Size = row.GetInt64(nameof(StoredFile.Size))!.Value,
        Version = row.GetString(nameof(StoredFile.Version))!,
        CreatedAt = row.GetDateTimeOffset(nameof(StoredFile.CreatedAt))!.Value,
        IsSealed = row.GetBoolean(nameof(StoredFile.IsSealed))!.Value,
    };

    public static TableEntity ToRow(string userId, FileTotals totals) => new(userId, Totals)
    {
        [nameof(FileTotals.Count)] = totals.Count,
        [nameof(FileTotals.Bytes)] = totals.Bytes,
    };

    public static FileTotals TotalsOf(TableEntity row) =>
        new(row.GetInt32(nameof(FileTotals.Count))!.Value, row.GetInt64(nameof(FileTotals.Bytes))!.Value, row.ETag);
}
