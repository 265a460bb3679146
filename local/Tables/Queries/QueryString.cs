using System.Globalization;
using System.Text;
using Azure.Data.Tables.Http;

namespace Azure.Data.Tables.Queries;

/// <summary>A query's address; what is null is left out.</summary>
internal sealed class QueryString(string resource)
{
    private readonly StringBuilder _text = new StringBuilder(resource).Append(Wire.FormatQuery);

    public QueryString And(string name, int? value) => And(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString And(string name, string? value)
    {
        if (value is not null)
            _text.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public override string ToString() => _text.ToString();
}
