using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Accounts.Profiles;

/// <summary>The source-generated contract of settings in archives.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ArchivedSettings))]
internal sealed partial class ArchivedSettingsJson : JsonSerializerContext;
