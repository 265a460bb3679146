using System.Buffers;
using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Sync;

/// <summary>How a free document is stored: <c>{id, version, updatedAt, data | deletedAt, syncedAt}</c>.</summary>
internal static class Envelope
{
    public static PendingJson Of(string id, int version, DateTimeOffset updatedAt, ReadOnlyMemory<byte> data) => Write(data.Length, writer =>
    {
        WriteStart(writer, id, version, updatedAt);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(data.Span, skipInputValidation: true);
    });

    public static PendingJson Tombstone(string id, int version, DateTimeOffset at) => Write(0, writer =>
    {
        WriteStart(writer, id, version, at);
        Instants.Write(writer, "deletedAt"u8, at);
    });

    private static void WriteStart(Utf8JsonWriter writer, string id, int version, DateTimeOffset updatedAt)
    {
        writer.WriteString("id"u8, id);
        writer.WriteNumber("version"u8, version);
        Instants.Write(writer, "updatedAt"u8, updatedAt);
    }

    private static PendingJson Write(int length, Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>(length + 256);
        using (var writer = new Utf8JsonWriter(output, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new PendingJson(output.WrittenSpan.ToArray());
    }
}
