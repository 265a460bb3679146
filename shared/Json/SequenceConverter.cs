using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Sync;

namespace FitServerless.Json;

/// <summary>A cursor on the wire: the text we gave out, any ISO 8601 time, or epoch milliseconds.</summary>
public sealed class SequenceConverter : JsonConverter<Sequence>
{
    /// <summary>9999-12-31 in epoch milliseconds.</summary>
    private const long MaxMilliseconds = 253_402_300_799_999;

    public override Sequence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when Sequence.TryParse(reader.GetString(), out var sequence) => sequence,
        JsonTokenType.Number when reader.TryGetInt64(out var ms) && ms is >= 0 and <= MaxMilliseconds =>
            new Sequence(DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcTicks),
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, Sequence value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
