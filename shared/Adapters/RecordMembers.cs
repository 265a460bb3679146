using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters;

/// <summary>Documents as flat records: the id stands among the members, and members that a client keeps for itself are no part of them.</summary>
internal static class RecordMembers
{
    public const string Id = "id";

    public static IEnumerable<JsonProperty> Of(JsonElement record, FrozenSet<string> clientsOwn) =>
        record.EnumerateObject().Where(member => member.Name != Id && !clientsOwn.Contains(member.Name));

    public static string? IdOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(Id, out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    /// <summary>The document alone, as it is stored.</summary>
    public static JsonElement Strip(JsonElement record, FrozenSet<string> clientsOwn) => Write(writer =>
    {
        foreach (var member in Of(record, clientsOwn))
            member.WriteTo(writer);
    });

    public static JsonElement Write(Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
