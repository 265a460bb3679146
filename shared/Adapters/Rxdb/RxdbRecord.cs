using System.Collections.Frozen;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Rxdb;

/// <summary>A document as RxDB has it: flat, with its primary key in <c>id</c>, and <c>_deleted</c>.</summary>
public static class RxdbRecord
{
    private const string Deleted = "_deleted";

    private static readonly FrozenSet<string> ClientsOwn = FrozenSet.Create(Deleted, "_rev", "_meta", "_attachments");

    public static void Write(Utf8JsonWriter writer, SyncedDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString(RecordMembers.Id, document.Key.Id);
        if (!document.Data.IsEmpty)
        {
            foreach (var member in RecordMembers.Of(JsonElement.Parse(document.Data.Span), ClientsOwn))
                member.WriteTo(writer);
        }

        writer.WriteBoolean(Deleted, document.Deleted);
        writer.WriteEndObject();
    }

    internal static bool IsDeleted(JsonElement record) => record.TryGetProperty(Deleted, out var deleted) && deleted.ValueKind == JsonValueKind.True;

    internal static JsonElement Data(JsonElement record) => RecordMembers.Strip(record, ClientsOwn);

    /// <summary>Whether it is what <see cref="Write"/> made of the document.</summary>
    internal static bool IsOf(JsonElement data, SyncedDocument document) =>
        JavaScriptValues.AreEqual(data, Data(JsonElement.Parse(document.Data.Span)));
}
