using System.Text.Json.Nodes;

namespace FitServerless.Bench.Fuzz;

/// <summary>An operation of the app's own OpenAPI document.</summary>
/// <param name="MediaType">Of the body; <c>null</c> when there is none.</param>
/// <param name="Statuses">Those that the document says it answers with.</param>
internal sealed record FuzzOperation(
    string Id,
    string Method,
    string Path,
    IReadOnlyList<(string Name, string In)> Parameters,
    string? MediaType,
    string? Example,
    IReadOnlySet<int> Statuses)
{
    public static IReadOnlyList<FuzzOperation> Read(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select Of(path.Key, operation.Key, operation.Value!),
    ];

    private static FuzzOperation Of(string path, string method, JsonNode operation)
    {
        var body = operation["requestBody"]?["content"]?.AsObject().First();
        return new FuzzOperation(
            (string)operation["operationId"]!,
            method.ToUpperInvariant(),
            path,
            [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => ((string)parameter!["name"]!, (string)parameter["in"]!))],
            body?.Key,
            body?.Value?["example"]?.ToJsonString(),
            operation["responses"]!.AsObject().Where(answer => answer.Key != "default").Select(answer => int.Parse(answer.Key, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());
    }
}
