using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>The log's rows: what has changed, in order, and the head behind it.</summary>
internal static class LogRows
{
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

    public static TableEntity Entry(string userId, DocumentKey key, DocumentState state, byte[] body)
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
        SetCreated(row, state);
        BodyColumns.Set(row, body);
        return row;
    }

    public static LogEntry Entry(TableEntity row)
    {
        var sequence = SyncRowKeys.LogSequence(row.RowKey);
        return new LogEntry(
            sequence,
            new DocumentKey(row.GetString("Collection")!, row.GetString("Id")!),
            BodyColumns.Read(row),
            row.GetBoolean("Deleted") ?? false,
            Created(row, sequence));
    }

    /// <summary>What <see cref="AddTo"/> needs of a log row.</summary>
    public static readonly string[] DigestColumns =
        ["PartitionKey", "RowKey", "Collection", "Id", "Version", "UpdatedAt", "Deleted", "Last", "Horizon"];

    public static void AddTo(SyncDigest digest, TableEntity row) => digest.Add(
        new DocumentKey(row.GetString("Collection")!, row.GetString("Id")!),
        row.GetInt32("Version") ?? 0,
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64("UpdatedAt") ?? 0));

    /// <summary>Only where it differs, so that a new document's rows are no longer for it.</summary>
    public static void SetCreated(TableEntity row, DocumentState state)
    {
        if (state.Created != state.Sequence)
            row["Created"] = state.Created.Ticks;
    }

    public static Sequence Created(TableEntity row, Sequence sequence) => row.GetInt64("Created") is { } created ? new Sequence(created) : sequence;
}
