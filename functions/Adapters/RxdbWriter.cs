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
        RxdbCheckpoint.Write(writer, page.Cursor);
        WriteEnd(writer);
    }

    public static ReadOnlyMemory<byte> Event(RxdbPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            WriteStart(writer, page);
            RxdbCheckpoint.WriteTold(writer, page.From.Position);
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
