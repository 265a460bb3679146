using System.Text.Json.Serialization;
using FitServerless.Files;
using FitServerless.Json;

namespace FitServerless.Functions.Files;

/// <summary>A file as its owner sees it.</summary>
public sealed record FileView(string Id, string Name, string MediaType, long Size)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    public static FileView Of(StoredFile file) => new(file.Id, file.Name, file.MediaType, file.Size) { CreatedAt = file.CreatedAt };
}
