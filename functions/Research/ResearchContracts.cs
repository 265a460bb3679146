using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Research;

namespace FitServerless.Functions.Research;

/// <summary>The source-generated contract of the research route.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Study>))]
internal sealed partial class ResearchContracts : JsonSerializerContext;
