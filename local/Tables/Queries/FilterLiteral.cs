using System.Globalization;
using System.Text;
using System.Xml;

namespace Azure.Data.Tables.Queries;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities#constructing-filter-strings</summary>
internal static class FilterLiteral
{
    public static string Fill(FormattableString filter)
    {
        if (filter is null)
            return null!;
        var arguments = filter.GetArguments();
        var literals = new object?[arguments.Length];
        for (var i = 0; i < literals.Length; i++)
            literals[i] = Of(arguments[i]) ?? throw NoLiteral(i, arguments[i]!);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <summary>A quote inside of a quoted literal is doubled; nothing else can end it.</summary>
    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string? Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        char or StringBuilder => Quoted(value.ToString()!),
        long or ulong => Invariant(value) + "L",
        sbyte or byte or short or ushort or int or uint or decimal or float or double => Invariant(value),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => Time(time.UtcDateTime),
        DateTime time => Time(time.ToUniversalTime()),
        byte[] bytes => Binary(bytes),
        BinaryData bytes => Binary(bytes.ToMemory().Span),
        _ => null,
    };

    private static ArgumentException NoLiteral(int position, object value) =>
        new($"Unable to convert argument {position} from type {value.GetType()} to an OData literal.");

    private static string Quoted(string text) => $"'{Escape(text)}'";

    private static string Invariant(object number) => ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);

    private static string Time(DateTime utc) => $"datetime'{XmlConvert.ToString(utc, XmlDateTimeSerializationMode.RoundtripKind)}'";

    private static string Binary(ReadOnlySpan<byte> bytes) => $"X'{Convert.ToHexString(bytes)}'";
}
