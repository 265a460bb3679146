using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FitServerless.Json;

/// <summary>Reads an item of a list, or says where it could not be read and goes on with the next.</summary>
public abstract class LenientConverter<TParsed, T>(
    JsonTypeInfo<T> contract, Func<T, TParsed> read, Func<string, TParsed> unreadable) : JsonConverter<TParsed>
    where T : class
{
    /// <summary>A <c>null</c> in the list is an item that cannot be read, too.</summary>
    public override bool HandleNull => true;

    public override TParsed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The whole body is in memory, so a copy of the reader can go back to where the item starts.
        var start = reader;
        try
        {
            return read(JsonSerializer.Deserialize(ref reader, contract) ?? throw new JsonException());
        }
        catch (JsonException e)
        {
            reader = start;
            reader.Skip();
            return unreadable(e.Path ?? "$");
        }
    }

    public override void Write(Utf8JsonWriter writer, TParsed value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Edits are only read.");
}
