using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>Turns documents into rows and back. Dictionary rows, because they are the hot path and need no reflection.</summary>
internal static class SyncRows
{
    /// <summary>A binary property holds 64 KiB.</summary>
    private const int BytesPerProperty = 60 * 1024;

    /// <summary>12 × 60 KiB = 720 KiB: a row holds 1 MiB, and Azurite weighs it as JSON, where bytes are base64 and so 960 KiB.</summary>
    private const int PropertiesPerRow = 12;

    public const int SampleBytesPerRow = BytesPerProperty * PropertiesPerRow;

    public static TableEntity Head(string userId, Sequence last) =>
        new(userId, SyncRowKeys.Head) { ["Last"] = last.Ticks };

    public static Head Head(TableEntity row) => new(new Sequence(row.GetInt64("Last")!.Value), row.ETag);

    public static TableEntity Log(string userId, Sequence sequence, DocumentKey key, string body)
    {
        var row = new TableEntity(userId, SyncRowKeys.Log(sequence)) { ["Collection"] = key.Collection, ["Id"] = key.Id };
        SetBody(row, body);
        return row;
    }

    public static LogEntry Log(TableEntity row) =>
        new(SyncRowKeys.LogSequence(row.RowKey), new DocumentKey(row.GetString("Collection")!, row.GetString("Id")!), Body(row));

    public static StoredJson Body(TableEntity row) =>
        row.GetString("Body") is { } text ? new StoredJson(text) : new StoredJson(Bytes([row]));

    public static TableEntity ListItem(string userId, string rowKey, string summary, string? tag)
    {
        var row = new TableEntity(userId, rowKey);
        if (tag is not null)
            row["Tag"] = tag;
        SetBody(row, summary);
        return row;
    }

    public static TableEntity Document(string userId, DocumentKey key, DocumentState state, string body)
    {
        var row = new TableEntity(userId, SyncRowKeys.Document(key))
        {
            ["Sequence"] = state.Sequence.Ticks,
            ["Version"] = state.Version,
            ["UpdatedAt"] = state.UpdatedAt.ToUnixTimeMilliseconds(),
            ["Deleted"] = state.Deleted,
            ["ContentHash"] = state.ContentHash,
            ["SampleRows"] = state.SampleRows,
            ["SamplesVersion"] = state.SamplesVersion,
        };
        SetBody(row, body);
        if (state.ListedAt is { } listedAt)
            row["ListedAt"] = listedAt.ToUnixTimeMilliseconds();
        if (state.Note is { } note)
            row["Note"] = note;
        return row;
    }

    public static DocumentState State(TableEntity row) => new()
    {
        Sequence = new Sequence(row.GetInt64("Sequence")!.Value),
        Version = row.GetInt32("Version")!.Value,
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64("UpdatedAt")!.Value),
        Deleted = row.GetBoolean("Deleted")!.Value,
        ListedAt = row.GetInt64("ListedAt") is { } listedAt ? DateTimeOffset.FromUnixTimeMilliseconds(listedAt) : null,
        ContentHash = row.GetString("ContentHash") ?? "",
        SampleRows = row.GetInt32("SampleRows") ?? 0,
        SamplesVersion = row.GetInt32("SamplesVersion") ?? 0,
        Note = row.GetString("Note"),
    };

    public static IEnumerable<TableEntity> Samples(string userId, DocumentKey key, byte[] samples, int version) =>
        samples.Chunk(SampleBytesPerRow).Select((chunk, index) =>
        {
            var row = new TableEntity(userId, SyncRowKeys.Samples(key, index)) { ["Version"] = version };
            SetBytes(row, chunk);
            return row;
        });

    public static int? SamplesVersion(TableEntity row) => row.GetInt32("Version");

    public static byte[] Bytes(IEnumerable<TableEntity> rows)
    {
        using var bytes = new MemoryStream();
        foreach (var row in rows)
        {
            for (var i = 0; row.GetBinary($"Bytes{i}") is { } part; i++)
                bytes.Write(part);
        }

        return bytes.ToArray();
    }

    private static void SetBody(TableEntity row, string json)
    {
        if (json.Length > StoredJson.CompressAbove)
            SetBytes(row, StoredJson.Compress(json));
        else
            row["Body"] = json;
    }

    private static void SetBytes(TableEntity row, byte[] bytes)
    {
        var parts = bytes.Chunk(BytesPerProperty).ToList();
        for (var i = 0; i < parts.Count; i++)
            row[$"Bytes{i}"] = parts[i];
    }
}
