using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Files;

/// <summary>The source-generated contracts of the routes of files.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(FileView))]
[JsonSerializable(typeof(IReadOnlyList<FileView>))]
[JsonSerializable(typeof(FileLinkView))]
internal sealed partial class FileContracts : JsonSerializerContext;
