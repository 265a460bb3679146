using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Adapters.Watermelon;

/// <summary>What changed in one table of a WatermelonDB client.</summary>
public sealed record WatermelonTable
{
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Created { get; init; }

    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Updated { get; init; }

    public IReadOnlyList<string?>? Deleted { get; init; }

    public int Count => Puts.Count() + (Deleted?.Count ?? 0);

    internal IEnumerable<JsonElement> Puts => Records(Created).Concat(Records(Updated));

    internal static IEnumerable<JsonElement> Records(JsonElement? list) => list switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        null => [],
        // Not a list: one item that is no record, and so an error with a place.
        { } other => [other],
    };
}
