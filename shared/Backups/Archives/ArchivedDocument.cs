using System.Buffers;
using System.Text.Json;
using FitServerless.Json;
using FitServerless.Sync;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Backups.Archives;

/// <summary>A document as an archive has it: what its owner and the server know of it, without its place in one account's log.</summary>
/// <param name="Data">Its JSON without the members that stand for that place.</param>
internal sealed record ArchivedDocument(
    DocumentKey Key, DateTimeOffset UpdatedAt, ReadOnlyMemory<byte> Data, string? Facts, MeasurementSeries? Samples)
{
    public static ArchivedDocument Of(DocumentKind kind, DocumentKey key, StoredDocument stored)
    {
        var document = SyncedDocument.Read(kind, key.Id, stored.Body);
        return new ArchivedDocument(
            key,
            stored.State.UpdatedAt,
            kind.IsBare ? WithoutPlace(document.Data) : document.Data,
            stored.State.Note,
            stored.Samples is { Length: > 0 } samples ? SeriesCodec.Decode(samples) : null);
    }

    /// <exception cref="JsonException">Not a line of this kind.</exception>
    public static ArchivedDocument Parse(string collection, ReadOnlySpan<byte> utf8)
    {
        var line = JsonSerializer.Deserialize(utf8, ArchiveJson.Default.DocumentLine) ?? throw new JsonException();
        return new ArchivedDocument(
            new DocumentKey(collection, line.Id),
            line.UpdatedAt,
            Minify(line.Data),
            line.Facts is { } facts ? facts.GetRawText() : null,
            line.Measurements is { Count: > 0 } samples ? samples : null);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, Key.Id);
        Instants.Write(writer, "updatedAt"u8, UpdatedAt);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(Data.Span, skipInputValidation: true);
        if (Facts is not null)
        {
            writer.WritePropertyName("facts"u8);
            writer.WriteRawValue(Facts, skipInputValidation: true);
        }

        if (Samples is not null)
        {
            writer.WritePropertyName("measurements"u8);
            MeasurementWriter.WriteColumns(writer, Samples);
        }

        writer.WriteEndObject();
    }

    /// <summary>The same content, whenever it was written.</summary>
    public bool IsSame(ArchivedDocument other) => Key == other.Key && Data.Span.SequenceEqual(other.Data.Span)
        && Facts == other.Facts && (Samples?.Equals(other.Samples) ?? other.Samples is null);

    private static ReadOnlyMemory<byte> WithoutPlace(ReadOnlyMemory<byte> body) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var member in JsonElement.Parse(body.Span).EnumerateObject())
        {
            if (member.Name is not ("id" or "version" or "updatedAt" or "syncedAt"))
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    /// <summary>Written as we write, so that the same content is the same bytes.</summary>
    private static ReadOnlyMemory<byte> Minify(JsonElement data) => Write(data.WriteTo);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonText.WriterOptions))
            write(writer);
        return output.WrittenMemory;
    }
}
