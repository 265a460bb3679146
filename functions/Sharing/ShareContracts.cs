using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Sharing;

namespace FitServerless.Functions.Sharing;

/// <summary>The source-generated contracts of the routes of shares.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(ShareRequest))]
[JsonSerializable(typeof(SharesView))]
[JsonSerializable(typeof(ShareView))]
internal sealed partial class ShareContracts : JsonSerializerContext;
