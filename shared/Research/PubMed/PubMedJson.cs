using System.Text.Json.Serialization;

namespace FitServerless.Research.PubMed;

/// <summary>The source-generated contracts of the E-utilities' answers.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PubMedSearch))]
[JsonSerializable(typeof(PubMedSummaries))]
[JsonSerializable(typeof(PubMedSummary))]
internal sealed partial class PubMedJson : JsonSerializerContext;
