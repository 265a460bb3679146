using System.Text.Json;

namespace FitServerless.Files;

/// <summary>A line about a file in archives.</summary>
internal sealed record ArchivedFile(string Id, string Name, string MediaType, long Size, DateTimeOffset CreatedAt)
{
    public static ArchivedFile Of(StoredFile file) => new(file.Id, file.Name, file.MediaType, file.Size, file.CreatedAt);

    /// <exception cref="JsonException">Not such a line.</exception>
    public static ArchivedFile Parse(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, ArchivedFileJson.Default.ArchivedFile) ?? throw new JsonException();

    public void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, this, ArchivedFileJson.Default.ArchivedFile);

    public StoredFile ToStored() => new()
    {
        Id = Id,
        Name = Name,
        MediaType = MediaType,
        Size = Size,
        CreatedAt = CreatedAt,
        Version = StoredFile.NewVersion(),
    };
}
