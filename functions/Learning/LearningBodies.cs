using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Functions.Learning;

/// <summary>The source-generated contract of a body of any members.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class LearningBodies : JsonSerializerContext;
