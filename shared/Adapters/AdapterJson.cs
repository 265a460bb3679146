using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Adapters.Rxdb;
using FitServerless.Adapters.Watermelon;

namespace FitServerless.Adapters;

/// <summary>The source-generated contracts of the adapters.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, MaxDepth = 64, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(List<RxdbRow>))]
[JsonSerializable(typeof(Dictionary<string, WatermelonTable>))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(WatermelonMigration))]
[JsonSerializable(typeof(WatermelonPush))]
public sealed partial class AdapterJson : JsonSerializerContext;
