using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Administration;

/// <summary>The source-generated contracts of what admins send.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, MaxDepth = 8)]
[JsonSerializable(typeof(SuspensionRequest))]
internal sealed partial class AdministrationContracts : JsonSerializerContext;
