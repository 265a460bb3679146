using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>
/// The rows of a page repeat their columns in one order, so a name is looked for where the row before had it: one comparison a
/// column, and one string a name and page.
/// </summary>
internal sealed class ColumnNames
{
    private readonly List<ColumnName> _names = [];
    private int _next;

    public int Count => _names.Count;

    public void StartRow() => _next = 0;

    public ColumnName Read(ref Utf8JsonReader json)
    {
        for (var tried = 0; tried < _names.Count; tried++)
        {
            var position = (_next + tried) % _names.Count;
            if (!json.ValueTextEquals(_names[position].Utf8))
                continue;
            _next = position + 1;
            return _names[position];
        }

        return Add(new(json.GetString()!));
    }

    private ColumnName Add(ColumnName name)
    {
        _names.Add(name);
        _next = _names.Count;
        return name;
    }
}
