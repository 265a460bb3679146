using System.Runtime.InteropServices;
using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>A document's rows: the document as it is, and its measurements.</summary>
internal static class DocumentRows
{
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
        LogRows.SetCreated(row, state);
        BodyColumns.Set(row, body);
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
        BodyColumns.Set(row, body);
        return row;
    }

    public static DocumentState State(TableEntity row) => new()
    {
        Sequence = new Sequence(row.GetInt64("Sequence")!.Value),
        Created = LogRows.Created(row, new Sequence(row.GetInt64("Sequence")!.Value)),
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
        samples.Chunk(BodyColumns.BytesPerRow).Select((chunk, index) =>
        {
            var row = new TableEntity(userId, SyncRowKeys.Samples(key, index)) { ["Version"] = version };
            BodyColumns.SetBytes(row, chunk);
            return row;
        });

    public static int? SamplesVersion(TableEntity row) => row.GetInt32("Version");

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
}
