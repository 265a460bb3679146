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

    /// <summary>
    /// The stored document with what the client has of it, in the stored order, and then what only the client has. A document may have thousands of
    /// members, and a push hundreds of documents: none is looked for one after another.
    /// </summary>
    /// <param name="take">Makes a member of the client's value and the stored one.</param>
    public static JsonElement Over(
        JsonElement stored, JsonElement sent, FrozenSet<string> clientsOwn, Func<JsonElement, JsonElement, JsonElement> take) => Write(writer =>
        {
            var left = ByName(Of(sent, clientsOwn));
            foreach (var member in Of(stored, clientsOwn))
            {
                writer.WritePropertyName(member.Name);
                (left.Remove(member.Name, out var own) ? take(own, member.Value) : member.Value).WriteTo(writer);
            }

            foreach (var member in Of(sent, clientsOwn).Where(member => left.ContainsKey(member.Name)))
                member.WriteTo(writer);
        });

    public static Dictionary<string, JsonElement> ByName(IEnumerable<JsonProperty> members)
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in members)
            byName[member.Name] = member.Value;
        return byName;
    }

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
