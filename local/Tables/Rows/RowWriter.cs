using System.Buffers;
using System.Text.Json;

namespace Azure.Data.Tables.Rows;

internal static class RowWriter
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void Write(IBufferWriter<byte> output, ITableEntity row)
    {
        var json = WriterFor(output);
        json.WriteStartObject();
        switch (row)
        {
            case TableEntity entity: WriteColumns(json, entity.Properties); break;
            case IDictionary<string, object?> columns: WriteColumns(json, columns); break;
            default: RowShape.Of(row.GetType()).Write(json, row); break;
        }

        json.WriteEndObject();
        json.Flush();
    }

    // Twice, because a dictionary's own enumerator is a struct and the interface's is not.
    private static void WriteColumns(Utf8JsonWriter json, Dictionary<string, object?> columns)
    {
        foreach (var (name, value) in columns)
            WriteColumn(json, name, value);
    }

    private static void WriteColumns(Utf8JsonWriter json, IDictionary<string, object?> columns)
    {
        foreach (var (name, value) in columns)
            WriteColumn(json, name, value);
    }

    private static void WriteColumn(Utf8JsonWriter json, string name, object? value)
    {
        if (name is not (TableEntity.ETagKey or nameof(ITableEntity.Timestamp)))
            ValueWriter.Write(json, name, value);
    }

    private static Utf8JsonWriter WriterFor(IBufferWriter<byte> output)
    {
        // The default encoder, which escapes all but ASCII: the service counts the bytes sent, so its limits are met where the real
        // client meets them.
        if (_writer is null)
            return _writer = new(output, new() { SkipValidation = true });
        _writer.Reset(output);
        return _writer;
    }
}
