using System.Text.Json;
using FitServerless.Adapters.Watermelon;
using FitServerless.Sync;

namespace FitServerless.Functions.Adapters;

/// <summary>Writes what a WatermelonDB client reads.</summary>
internal static class WatermelonWriter
{
    /// <summary>All live records are <c>updated</c>, which the client takes with <c>sendCreatedAsUpdated</c>: its own come back, too.</summary>
    public static void Write(Utf8JsonWriter writer, WatermelonPull pull)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("changes"u8);
        foreach (var table in pull.Documents)
            Write(writer, table);
        writer.WriteEndObject();
        writer.WriteNumber("timestamp"u8, pull.Timestamp);
        writer.WriteEndObject();
    }

    public static void WriteEmpty(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IGrouping<string, SyncedDocument> table)
    {
        writer.WriteStartObject(table.Key);
        writer.WriteStartArray("created"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("updated"u8);
        foreach (var document in table.Where(document => !document.Deleted))
            WatermelonRecord.Write(writer, document);
        writer.WriteEndArray();
        writer.WriteStartArray("deleted"u8);
        foreach (var document in table.Where(document => document.Deleted))
            writer.WriteStringValue(document.Key.Id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
