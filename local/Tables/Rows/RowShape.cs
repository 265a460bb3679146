using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>
/// The columns of a class of rows: its public members without <c>[IgnoreDataMember]</c>, and always those of <see cref="ITableEntity"/>.
/// </summary>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<Type, RowShape> Shapes = new();

    private readonly Column[] _columns;

    private RowShape(Type type)
    {
        // The interface comes last, so that explicitly implemented keys count too.
        var columns = new OrderedDictionary<string, Column>();
        foreach (var column in Members(type).Concat(Members(typeof(ITableEntity))).Select(Column.Of))
            columns[column.Name] = column;
        _columns = [.. columns.Values];
    }

    public static RowShape Of(Type type) => Shapes.GetOrAdd(type, x => new RowShape(x));

    public void Write(Utf8JsonWriter json, object row)
    {
        foreach (var column in _columns)
            column.Write(json, row);
    }

    /// <summary>Reads an object into the row; columns that the class lacks are passed over.</summary>
    public void Read(ref Utf8JsonReader json, object row)
    {
        var next = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var column = Find(ref json, ref next);
            json.Read();
            if (column is null)
                json.Skip();
            else
                column.Read(ref json, row);
        }
    }

    private Column? Find(ref Utf8JsonReader json, ref int next)
    {
        for (var tried = 0; tried < _columns.Length; tried++)
        {
            var position = (next + tried) % _columns.Length;
            if (!_columns[position].IsNamed(ref json))
                continue;
            next = position + 1;
            return _columns[position];
        }

        return null;
    }

    private static IEnumerable<MemberInfo> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance)
        .Where(x => x is FieldInfo || (x is PropertyInfo property && property.GetIndexParameters().Length == 0))
        .Where(x => !x.IsDefined(typeof(IgnoreDataMemberAttribute)));
}
