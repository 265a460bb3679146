using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Tests.Coach;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Greeting))]
internal sealed partial class GreetingJson : JsonSerializerContext;
