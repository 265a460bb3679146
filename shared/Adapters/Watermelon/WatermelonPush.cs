using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Adapters.Watermelon;

/// <summary>
/// The body of a push: the changes by table, as WatermelonDB's documentation sends them, or the whole argument of <c>pushChanges</c>,
/// <c>{changes, lastPulledAt}</c>.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed record WatermelonPush(IReadOnlyDictionary<string, WatermelonTable> Changes, long? LastPulledAt)
{
    internal sealed class Converter : JsonConverter<WatermelonPush>
    {
        public override WatermelonPush Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException();
            var tables = new Dictionary<string, WatermelonTable>(StringComparer.Ordinal);
            long? lastPulledAt = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name == "changes")
                    tables = Tables(JsonSerializer.Deserialize(ref reader, AdapterJson.Default.DictionaryStringWatermelonTable));
                else if (name == "lastPulledAt")
                    lastPulledAt = JsonSerializer.Deserialize(ref reader, AdapterJson.Default.NullableInt64);
                else
                    tables[name] = JsonSerializer.Deserialize(ref reader, AdapterJson.Default.WatermelonTable) ?? throw new JsonException();
            }

            return new WatermelonPush(tables, lastPulledAt);
        }

        private static Dictionary<string, WatermelonTable> Tables(Dictionary<string, WatermelonTable>? read) =>
            read is not null && read.Values.All(table => table is not null) ? read : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, WatermelonPush value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Pushes are only read.");
    }
}
