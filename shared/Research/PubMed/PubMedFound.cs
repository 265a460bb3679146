using System.Text.Json.Serialization;

namespace FitServerless.Research.PubMed;

internal sealed record PubMedFound([property: JsonPropertyName("idlist")] IReadOnlyList<string>? Ids);
