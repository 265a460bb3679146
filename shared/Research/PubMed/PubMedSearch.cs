using System.Text.Json.Serialization;

namespace FitServerless.Research.PubMed;

/// <summary>What ESearch answers. Without ids it is no answer: errors come with 200, too.</summary>
internal sealed record PubMedSearch([property: JsonPropertyName("esearchresult")] PubMedFound? Found);
