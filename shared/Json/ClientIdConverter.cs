using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Json;

/// <summary>An id that a client chose: text, or the integer that a browser's IndexedDB hands out.</summary>
public sealed class ClientIdConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
