using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Grants;

namespace FitServerless.Functions.Grants;

/// <summary>The source-generated contracts of the grant routes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(GrantRequest))]
[JsonSerializable(typeof(GrantView))]
[JsonSerializable(typeof(IReadOnlyList<Client>))]
[JsonSerializable(typeof(IReadOnlyList<GrantView>))]
internal sealed partial class GrantContracts : JsonSerializerContext;
