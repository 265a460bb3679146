using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>The rows of a document's older versions.</summary>
internal static class PastRows
{
    public static TableEntity Of(string userId, DocumentKey key, PastVersion past)
    {
        var row = new TableEntity(userId, SyncRowKeys.Past(key, past.Version))
        {
            ["Version"] = past.Version,
            ["UpdatedAt"] = past.UpdatedAt.ToUnixTimeMilliseconds(),
            ["Deleted"] = past.Deleted,
            ["Lost"] = past.Lost,
            ["ContentHash"] = past.ContentHash,
        };
        if (past.Maker is { } maker)
            row["Maker"] = maker.ToBytes();
        BodyColumns.Set(row, past.Body);
        return row;
    }

    public static PastVersion Read(TableEntity row) => new()
    {
        Version = row.GetInt32("Version")!.Value,
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64("UpdatedAt")!.Value),
        Deleted = row.GetBoolean("Deleted")!.Value,
        Lost = row.GetBoolean("Lost")!.Value,
        ContentHash = row.GetString("ContentHash") ?? "",
        Maker = row.GetBinary("Maker") is { } maker ? SeenMutation.Read(maker) : null,
        Body = BodyColumns.Read(row),
    };
}
