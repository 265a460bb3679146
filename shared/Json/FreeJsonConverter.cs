using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FitServerless.Json;

/// <summary>
/// JSON of any shape that is kept as it came. A <see cref="JsonElement"/> does not look into its strings before somebody reads them; half a
/// surrogate pair (<c>"\ud800"</c>) must be the client's error now and not ours when it is written.
/// </summary>
public sealed class FreeJsonConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ReadStrings(reader);
        return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<JsonElement>)options.GetTypeInfo(typeof(JsonElement)));
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

    /// <summary>On a copy of the reader. The serializer makes a <see cref="JsonException"/> of what a bad string throws.</summary>
    private static void ReadStrings(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                reader.GetString();
        }
        while (reader.Read() && reader.CurrentDepth > depth);
    }
}
