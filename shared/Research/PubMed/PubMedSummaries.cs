using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Research.PubMed;

/// <summary>What ESummary answers: under <c>uids</c> the ids, under each id an article, or an object that says why there is none.</summary>
internal sealed record PubMedSummaries([property: JsonPropertyName("result")] IReadOnlyDictionary<string, JsonElement>? Result);
