using System.Text.Json.Serialization;

namespace FitServerless.Research.PubMed;

/// <summary>What ESummary tells of an article; of its members those that we read.</summary>
internal sealed record PubMedSummary
{
    [JsonPropertyName("uid")]
    public required string Id { get; init; }

    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("fulljournalname")]
    public string Journal { get; init; } = "";

    /// <summary><c>2026/11/03 00:00</c>; what is printed later may be of next month.</summary>
    [JsonPropertyName("sortpubdate")]
    public string PublishedAt { get; init; } = "";

    [JsonPropertyName("authors")]
    public IReadOnlyList<PubMedAuthor> Authors { get; init; } = [];

    [JsonPropertyName("pubtype")]
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Of three letters, by ISO 639-2.</summary>
    [JsonPropertyName("lang")]
    public IReadOnlyList<string> Languages { get; init; } = [];
}
