using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Json;

/// <summary>What a person said in their own words: a text, or a list of texts, which become one with commas between them.</summary>
public sealed class WordsConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.StartArray => ReadList(ref reader),
        _ => throw new JsonException("A text or a list of texts."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string ReadList(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A list of texts."));
        return string.Join(", ", texts);
    }
}
