using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Sync;

/// <summary>The source-generated contract of a change's answer.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChangedView))]
internal sealed partial class SyncContracts : JsonSerializerContext;
