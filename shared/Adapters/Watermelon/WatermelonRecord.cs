using System.Collections.Frozen;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Watermelon;

/// <summary>
/// A document as WatermelonDB has it: a raw record, whose columns are texts, numbers and booleans. Lists and objects travel as their JSON text,
/// and become what they were when the client sends them back.
/// </summary>
public static class WatermelonRecord
{
    /// <summary>The client's marks, and names that would reach into the prototype of a JavaScript object.</summary>
    private static readonly FrozenSet<string> ClientsOwn = FrozenSet.Create("_status", "_changed", "__proto__", "constructor", "prototype");

    public static void Write(Utf8JsonWriter writer, SyncedDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString(RecordMembers.Id, document.Key.Id);
        foreach (var member in RecordMembers.Of(JsonElement.Parse(document.Data.Span), ClientsOwn))
        {
            if (IsNested(member.Value))
                writer.WriteString(member.Name, member.Value.GetRawText());
            else
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// The record over what is stored. A client sends the columns of its own schema: members that it does not know stay, written by a newer app
    /// or by another kind of client.
    /// </summary>
    internal static JsonElement Over(JsonElement? stored, JsonElement record) => stored is { } document
        ? RecordMembers.Over(document, record, ClientsOwn, Restore)
        : RecordMembers.Strip(record, ClientsOwn);

    private static JsonElement Restore(JsonElement column, JsonElement member)
    {
        if (!IsNested(member) || column.ValueKind != JsonValueKind.String)
            return column;
        try
        {
            var value = JsonElement.Parse(column.GetString()!);
            return IsNested(value) ? value : column;
        }
        catch (JsonException)
        {
            return column;
        }
    }

    private static bool IsNested(JsonElement value) => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
}
