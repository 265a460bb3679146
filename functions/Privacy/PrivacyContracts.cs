using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Privacy;

namespace FitServerless.Functions.Privacy;

/// <summary>The source-generated contracts of the privacy routes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(DeletionRequest))]
internal sealed partial class PrivacyContracts : JsonSerializerContext;
