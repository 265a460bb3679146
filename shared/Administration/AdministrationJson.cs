using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Administration.Switches;

namespace FitServerless.Administration;

/// <summary>The source-generated contracts of what admins see and switch.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(AccountSummary))]
[JsonSerializable(typeof(SwitchValues))]
[JsonSerializable(typeof(SystemConfiguration))]
public sealed partial class AdministrationJson : JsonSerializerContext;
