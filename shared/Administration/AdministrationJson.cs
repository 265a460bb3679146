using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Accounts;

namespace FitServerless.Administration;

/// <summary>The source-generated contracts of what admins see.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(AccountSummary))]
public sealed partial class AdministrationJson : JsonSerializerContext;
