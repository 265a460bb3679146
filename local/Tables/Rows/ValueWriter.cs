using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Azure.Data.Tables.Rows;

/// <summary>Writes a column and, where JSON cannot tell its type, the annotation after it.</summary>
internal static class ValueWriter
{
    public const string Annotation = "@odata.type";

    // The round-trip form in UTC: 2026-01-31T23:59:59.1234567Z.
    private const int TimeLength = 28;

    // -9223372036854775808.
    private const int Int64Length = 20;

    // A column's name has at most 255 characters; a longer one only costs an allocation before the service refuses it.
    private const int AnnotatedNameLength = 255 + 11;

    private static readonly JsonEncodedText Binary = JsonEncodedText.Encode("Edm.Binary");
    private static readonly JsonEncodedText DateTimeType = JsonEncodedText.Encode("Edm.DateTime");
    private static readonly JsonEncodedText Double = JsonEncodedText.Encode("Edm.Double");
    private static readonly JsonEncodedText GuidType = JsonEncodedText.Encode("Edm.Guid");
    private static readonly JsonEncodedText Int64 = JsonEncodedText.Encode("Edm.Int64");

    /// <exception cref="NotSupportedException">The service has no type for the value.</exception>
    public static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        if (WriteValue(json, value) is { } type)
            WriteAnnotation(json, name, type);
    }

    private static JsonEncodedText? WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); return null;
            case string text: json.WriteStringValue(text); return null;
            case bool flag: json.WriteBooleanValue(flag); return null;
            case int number: json.WriteNumberValue(number); return null;
            case long number: WriteFormatted(json, number); return Int64;
            case ulong number: WriteFormatted(json, number); return Int64;
            case double number: WriteDouble(json, number); return Double;
            case DateTimeOffset time: WriteTime(json, time.UtcDateTime); return DateTimeType;
            case DateTime time: WriteTime(json, RequireUtc(time)); return DateTimeType;
            case Guid guid: json.WriteStringValue(guid); return GuidType;
            case byte[] bytes: json.WriteBase64StringValue(bytes); return Binary;
            case BinaryData bytes: json.WriteBase64StringValue(bytes.ToMemory().Span); return Binary;
            default: WriteRare(json, value); return null;
        }
    }

    private static void WriteRare(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case float number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case TimeSpan time: json.WriteStringValue(XmlConvert.ToString(time)); break;
            case Enum: throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.");
            default: throw new NotSupportedException($"Not supported type {value.GetType()}");
        }
    }

    private static void WriteAnnotation(Utf8JsonWriter json, string name, JsonEncodedText type)
    {
        var length = name.Length + Annotation.Length;
        var annotated = length <= AnnotatedNameLength ? stackalloc char[AnnotatedNameLength] : new char[length];
        name.CopyTo(annotated);
        Annotation.CopyTo(annotated[name.Length..]);
        json.WriteString(annotated[..length], type);
    }

    /// <summary>An infinity is refused, as the real client does: it would be no JSON number.</summary>
    private static void WriteDouble(Utf8JsonWriter json, double number)
    {
        if (double.IsNaN(number))
            json.WriteStringValue("NaN"u8);
        else
            json.WriteNumberValue(number);
    }

    private static void WriteFormatted<T>(Utf8JsonWriter json, T number)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[Int64Length];
        number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteTime(Utf8JsonWriter json, DateTime utc)
    {
        Span<byte> text = stackalloc byte[TimeLength];
        utc.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static DateTime RequireUtc(DateTime time) => time.Kind == DateTimeKind.Utc
        ? time
        : throw new NotSupportedException($"DateTime {time} has a Kind of {time.Kind}. Azure SDK requires it to be UTC.");
}
