using System.Runtime.InteropServices;
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

    public static TableEntity Head(string userId, Sequence last, Sequence horizon)
    {
        var row = new TableEntity(userId, SyncRowKeys.Head) { ["Last"] = last.Ticks };
        if (horizon != Sequence.Start)
            row["Horizon"] = horizon.Ticks;
        return row;
    }

    public static Head Head(TableEntity row) => new(
        new Sequence(row.GetInt64("Last")!.Value),
        row.ETag,
        row.GetInt64("Horizon") is { } horizon ? new Sequence(horizon) : Sequence.Start);

    public static TableEntity Log(string userId, DocumentKey key, DocumentState state, byte[] body)
    {
        var row = new TableEntity(userId, SyncRowKeys.Log(state.Sequence))
        {
            ["Collection"] = key.Collection,
            ["Id"] = key.Id,
            ["Version"] = state.Version,
            ["UpdatedAt"] = state.UpdatedAt.ToUnixTimeMilliseconds(),
        };
        if (state.Deleted)
            row["Deleted"] = true;
        SetBody(row, body);
        return row;
    }

    public static LogEntry Log(TableEntity row) =>
        new(SyncRowKeys.LogSequence(row.RowKey), new DocumentKey(row.GetString("Collection")!, row.GetString("Id")!), Body(row), row.GetBoolean("Deleted") ?? false);

    public static StoredJson Body(TableEntity row) =>
        row.GetBinary("Body") is { } utf8 ? new StoredJson(utf8) : StoredJson.FromCompressed(Bytes([row]));

    public static TableEntity ListItem(string userId, string rowKey, byte[] summary, string? tag)
    {
        var row = new TableEntity(userId, rowKey);
        if (tag is not null)
            row["Tag"] = tag;
        SetBody(row, summary);
        return row;
    }

    public static TableEntity Document(string userId, DocumentKey key, DocumentState state, byte[] body)
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
        SetPast(row, state.Past);
        if (state.ListedAt is { } listedAt)
            row["ListedAt"] = listedAt.ToUnixTimeMilliseconds();
        if (state.Note is { } note)
            row["Note"] = note;
        return row;
    }

    public static TableEntity Document(string userId, DocumentKey key, DocumentState state, StoredJson body)
    {
        var row = Document(userId, key, state, []);
        row.Remove("Body");
        SetBody(row, body);
        return row;
    }

    public static TableEntity Past(string userId, DocumentKey key, PastVersion past)
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
        SetBody(row, past.Body);
        return row;
    }

    public static PastVersion Past(TableEntity row) => new()
    {
        Version = row.GetInt32("Version")!.Value,
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64("UpdatedAt")!.Value),
        Deleted = row.GetBoolean("Deleted")!.Value,
        Lost = row.GetBoolean("Lost")!.Value,
        ContentHash = row.GetString("ContentHash") ?? "",
        Maker = row.GetBinary("Maker") is { } maker ? SeenMutation.Read(maker) : null,
        Body = Body(row),
    };

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
        Past = DocumentPast(row),
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

    private static void SetPast(TableEntity row, DocumentPast past)
    {
        if (past.Versions > 0)
            row["Versions"] = past.Versions;
        if (past.Kept.Count > 0)
            row["Kept"] = MemoryMarshal.AsBytes<int>(past.Kept.ToArray()).ToArray();
        if (past.Seen.Count > 0)
            row["Seen"] = past.Seen.SelectMany(seen => seen.ToBytes()).ToArray();
        if (past.Maker is { } maker)
            row["Maker"] = maker.ToBytes();
    }

    private static DocumentPast DocumentPast(TableEntity row) => new()
    {
        Versions = row.GetInt32("Versions") ?? 0,
        Kept = row.GetBinary("Kept") is { } kept ? MemoryMarshal.Cast<byte, int>(kept).ToArray() : [],
        Seen = row.GetBinary("Seen") is { } seen ? [.. seen.Chunk(SeenMutation.Size).Select(one => SeenMutation.Read(one))] : [],
        Maker = row.GetBinary("Maker") is { } maker ? SeenMutation.Read(maker) : null,
    };

    private static void SetBody(TableEntity row, StoredJson body)
    {
        if (body.IsCompressed)
            SetBytes(row, body.Raw.ToArray());
        else
            SetBody(row, body.Raw.ToArray());
    }

    private static void SetBody(TableEntity row, byte[] utf8)
    {
        if (utf8.Length > StoredJson.CompressAbove)
            SetBytes(row, StoredJson.Compress(utf8));
        else
            row["Body"] = utf8;
    }

    private static void SetBytes(TableEntity row, byte[] bytes)
    {
        var parts = bytes.Chunk(BytesPerProperty).ToList();
        for (var i = 0; i < parts.Count; i++)
            row[$"Bytes{i}"] = parts[i];
    }
}
