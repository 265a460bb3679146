using System.Buffers;
using System.Text.Json;
using FitServerless.Adapters.Rxdb;
using FitServerless.Sync;

namespace FitServerless.Functions.Adapters;

/// <summary>Writes what an RxDB client reads.</summary>
internal static class RxdbWriter
{
    public static void Write(Utf8JsonWriter writer, RxdbPage page)
    {
        WriteStart(writer, page);
        writer.WriteString("id"u8, ""u8);
        writer.WriteString("updatedAt"u8, page.Cursor.ToString());
        WriteEnd(writer);
    }

    /// <summary>
    /// The checkpoint is empty, and RxDB puts it over the one it has: only a pull moves that on. Else a client whose stream opened late would
    /// never ask for what it missed before.
    /// </summary>
    public static ReadOnlyMemory<byte> Event(RxdbPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            WriteStart(writer, page);
            WriteEnd(writer);
        }

        return output.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SyncedDocument> documents)
    {
        writer.WriteStartArray();
        foreach (var document in documents)
            RxdbRecord.Write(writer, document);
        writer.WriteEndArray();
    }

    private static void WriteStart(Utf8JsonWriter writer, RxdbPage page)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("documents"u8);
        Write(writer, page.Documents);
        writer.WriteStartObject("checkpoint"u8);
    }

    private static void WriteEnd(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
