using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>How an object becomes a <typeparamref name="T"/>, chosen once.</summary>
internal static class RowFormat<T>
    where T : class, ITableEntity
{
    public static readonly ReadRow Read = Choose();

    public delegate T ReadRow(ref Utf8JsonReader json, ColumnNames names);

    private static ReadRow Choose()
    {
        if (typeof(T) == typeof(TableEntity))
            return (ReadRow)(object)(RowFormat<TableEntity>.ReadRow)ReadEntity;
        if (typeof(IDictionary<string, object?>).IsAssignableFrom(typeof(T)))
            return ReadDictionary;
        var shape = RowShape.Of(typeof(T));
        return (ref Utf8JsonReader json, ColumnNames _) =>
        {
            var row = Activator.CreateInstance<T>();
            shape.Read(ref json, row);
            return row;
        };
    }

    private static TableEntity ReadEntity(ref Utf8JsonReader json, ColumnNames names)
    {
        var columns = new Dictionary<string, object?>(names.Count);
        RowReader.ReadColumns(ref json, names, columns);
        return TableEntity.Over(columns);
    }

    private static T ReadDictionary(ref Utf8JsonReader json, ColumnNames names)
    {
        var columns = new Dictionary<string, object?>(names.Count);
        RowReader.ReadColumns(ref json, names, columns);
        var row = Activator.CreateInstance<T>();
        foreach (var (name, value) in columns)
            ((IDictionary<string, object?>)row)[name] = value;
        return row;
    }
}
