using System.Text.Json.Serialization;

namespace FitServerless.Research.PubMed;

internal sealed record PubMedAuthor([property: JsonPropertyName("name")] string Name);
