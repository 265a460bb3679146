using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Backups;

/// <summary>The source-generated contracts of the routes of backups.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BackupView))]
[JsonSerializable(typeof(IReadOnlyList<BackupView>))]
[JsonSerializable(typeof(RestoredView))]
internal sealed partial class BackupContracts : JsonSerializerContext;
