using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Sync;

namespace FitServerless.Json;

/// <summary>A cursor on the wire: the text we gave out, any ISO 8601 time, or epoch milliseconds.</summary>
public sealed class SyncCursorConverter : JsonConverter<SyncCursor>
{
    private static readonly SequenceConverter Sequences = new();

    public override SyncCursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return new SyncCursor(Sequences.Read(ref reader, typeof(Sequence), options));
        return SyncCursor.TryParse(reader.GetString(), out var cursor) ? cursor : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, SyncCursor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
