using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>JSON and bytes in the columns of rows: as <c>Body</c>, or where they are long as <c>Bytes0</c>, <c>Bytes1</c> and so on.</summary>
internal static class BodyColumns
{
    /// <summary>A binary property holds 64 KiB.</summary>
    private const int BytesPerProperty = 60 * 1024;

    /// <summary>12 × 60 KiB = 720 KiB: a row holds 1 MiB, and Azurite weighs it as JSON, where bytes are base64 and so 960 KiB.</summary>
    private const int PropertiesPerRow = 12;

    public const int BytesPerRow = BytesPerProperty * PropertiesPerRow;

    /// <summary>What <see cref="Set(TableEntity, byte[])"/> has laid into a row.</summary>
    public static StoredJson Read(TableEntity row) =>
        row.GetBinary("Body") is { } utf8 ? new StoredJson(utf8) : StoredJson.FromCompressed(Bytes([row]));

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

    public static void Set(TableEntity row, StoredJson body)
    {
        if (body.IsCompressed)
            SetBytes(row, body.Raw.ToArray());
        else
            Set(row, body.Raw.ToArray());
    }

    public static void Set(TableEntity row, byte[] utf8)
    {
        if (utf8.Length > StoredJson.CompressAbove)
            SetBytes(row, StoredJson.Compress(utf8));
        else
            row["Body"] = utf8;
    }

    public static void SetBytes(TableEntity row, byte[] bytes)
    {
        var parts = bytes.Chunk(BytesPerProperty).ToList();
        for (var i = 0; i < parts.Count; i++)
            row[$"Bytes{i}"] = parts[i];
    }
}
