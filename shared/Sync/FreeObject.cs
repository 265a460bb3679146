using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Sync;

/// <summary>A body that is a document itself, of whatever members.</summary>
[JsonConverter(typeof(Converter))]
public sealed record FreeObject(JsonElement Json)
{
    public sealed class Converter : JsonConverter<FreeObject>
    {
        private static readonly FreeJsonConverter Free = new();

        public override FreeObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(Free.Read(ref reader, typeof(JsonElement), options));

        public override void Write(Utf8JsonWriter writer, FreeObject value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
    }
}
