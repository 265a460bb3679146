using System.Text.Json.Nodes;

namespace FitServerless.Functions.OpenApi;

/// <summary>
/// The exporter describes a type once and points there when it comes again (<c>#/properties/warmUp/items</c>). In a document of many schemas
/// that points nowhere, so what is pointed at is copied.
/// </summary>
internal static class LocalReferences
{
    public static JsonNode Inline(JsonNode schema)
    {
        // A type inside itself has no end.
        while (Find(schema) is { } reference)
            reference.ReplaceWith(IsAround(reference, Target(schema, reference)) ? new JsonObject() : Target(schema, reference).DeepClone());
        return schema;
    }

    private static JsonObject? Find(JsonNode? node) => node switch
    {
        JsonObject members when Pointer(members) is not null => members,
        JsonObject members => members.Select(member => Find(member.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(Find).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? Pointer(JsonObject node) =>
        node["$ref"] is JsonValue value && (string?)value is { } text && !text.StartsWith("#/components/", StringComparison.Ordinal) ? text : null;

    private static JsonNode Target(JsonNode root, JsonObject reference) => Pointer(reference)!.Split('/').Skip(1).Aggregate(
        root, (node, key) => node is JsonArray items ? items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!);

    private static bool IsAround(JsonNode inner, JsonNode outer)
    {
        for (JsonNode? node = inner; node is not null; node = node.Parent)
        {
            if (node == outer)
                return true;
        }

        return false;
    }
}
