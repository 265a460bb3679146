using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FitServerless.Json;

/// <summary>Writes times as <see cref="InstantConverter"/> does: ISO 8601 UTC with milliseconds.</summary>
public static class Instants
{
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        writer.WritePropertyName(name);
        Write(writer, time);
    }

    /// <summary>An ISO 8601 time or epoch milliseconds in free JSON; <c>null</c> if it is neither.</summary>
    public static DateTimeOffset? Find(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return null;
        try
        {
            var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
            reader.Read();
            return InstantConverter.Read(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(Utf8JsonWriter writer, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[24];
        time.UtcDateTime.TryFormat(text, out var written, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..written]);
    }
}
