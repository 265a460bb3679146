using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>
/// Reads rows straight from the bytes of an answer with minimal metadata:
/// https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations
/// </summary>
internal static class RowReader
{
    public static T ReadRow<T>(ReadOnlyMemory<byte> body)
        where T : class, ITableEntity
    {
        var json = new Utf8JsonReader(body.Span);
        json.Read();
        return RowFormat<T>.Read(ref json, new ColumnNames());
    }

    /// <summary>Reads <c>{"odata.metadata":"…","value":[{…},…]}</c>.</summary>
    public static IReadOnlyList<T> ReadPage<T>(ReadOnlyMemory<byte> body)
        where T : class, ITableEntity
    {
        var json = new Utf8JsonReader(body.Span);
        json.Read();
        var rows = new List<T>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value"u8);
            json.Read();
            if (isValue)
                ReadRows(ref json, rows);
            else
                json.Skip();
        }

        return rows;
    }

    /// <summary>Reads an object's columns; the reader stands on its start and is left on its end.</summary>
    public static void ReadColumns(ref Utf8JsonReader json, ColumnNames names, Dictionary<string, object?> columns)
    {
        names.StartRow();
        var type = EdmType.Unmarked;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = names.Read(ref json);
            json.Read();
            if (name.Role == ColumnRole.TypeAnnotation)
            {
                // It stands immediately before the column that it speaks of.
                type = ValueReader.ReadType(ref json);
                continue;
            }

            if (name.Role != ColumnRole.Metadata)
                columns[name.Text] = ValueReader.Read(ref json, name.Role == ColumnRole.Timestamp ? EdmType.DateTime : type);
            type = EdmType.Unmarked;
        }
    }

    private static void ReadRows<T>(ref Utf8JsonReader json, List<T> rows)
        where T : class, ITableEntity
    {
        var names = new ColumnNames();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            rows.Add(RowFormat<T>.Read(ref json, names));
    }
}
