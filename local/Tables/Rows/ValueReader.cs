using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Azure.Data.Tables.Rows;

/// <summary>Reads the value that the reader stands on.</summary>
internal static class ValueReader
{
    private static readonly object True = true;
    private static readonly object False = false;

    public static object? Read(ref Utf8JsonReader json, EdmType type) => json.TokenType switch
    {
        JsonTokenType.String => ReadText(ref json, type),
        JsonTokenType.Number => type == EdmType.Double ? json.GetDouble() : ReadNumber(ref json),
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        JsonTokenType.Null => null,
        _ => throw new NotSupportedException($"Not supported value kind {json.TokenType}"),
    };

    public static EdmType ReadType(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("Edm.DateTime"u8))
            return EdmType.DateTime;
        if (json.ValueTextEquals("Edm.Int64"u8))
            return EdmType.Int64;
        if (json.ValueTextEquals("Edm.Binary"u8))
            return EdmType.Binary;
        if (json.ValueTextEquals("Edm.Guid"u8))
            return EdmType.Guid;
        return json.ValueTextEquals("Edm.Double"u8)
            ? EdmType.Double
            : throw new NotSupportedException($"Not supported type {json.GetString()}");
    }

    public static object ReadInt64(ref Utf8JsonReader json) =>
        !json.ValueIsEscaped && Utf8Parser.TryParse(json.ValueSpan, out long number, out var used) && used == json.ValueSpan.Length
            ? number
            : long.Parse(json.GetString()!, CultureInfo.InvariantCulture);

    public static object ReadUInt64(ref Utf8JsonReader json) => ulong.Parse(json.GetString()!, CultureInfo.InvariantCulture);

    public static object ReadDouble(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number ? json.GetDouble() : double.Parse(json.GetString()!, CultureInfo.InvariantCulture);

    public static object ReadTime(ref Utf8JsonReader json) => json.TryGetDateTimeOffset(out var time)
        ? time
        : DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static object ReadDateTime(ref Utf8JsonReader json) => json.TryGetDateTime(out var time)
        ? time
        : DateTime.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static object ReadGuid(ref Utf8JsonReader json) => json.TryGetGuid(out var guid) ? guid : Guid.Parse(json.GetString()!);

    public static object ReadTimeSpan(ref Utf8JsonReader json) => XmlConvert.ToTimeSpan(json.GetString()!);

    private static object ReadText(ref Utf8JsonReader json, EdmType type) => type switch
    {
        EdmType.DateTime => ReadTime(ref json),
        EdmType.Int64 => ReadInt64(ref json),
        EdmType.Binary => json.GetBytesFromBase64(),
        EdmType.Guid => ReadGuid(ref json),
        EdmType.Double => ReadDouble(ref json),
        _ => json.GetString()!,
    };

    private static object ReadNumber(ref Utf8JsonReader json)
    {
        if (json.TryGetInt32(out var small))
            return small;
        return json.TryGetInt64(out var large) ? (object)large : json.GetDouble();
    }
}
