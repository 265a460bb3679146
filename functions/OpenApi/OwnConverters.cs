using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FitServerless.Adapters.Devices;
using FitServerless.Sync;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Functions.OpenApi;

/// <summary>The shapes of types that converters of ours read and write.</summary>
internal static class OwnConverters
{
    /// <returns><c>null</c> for any shape at all.</returns>
    public static JsonObject? ShapeOf(Type type)
    {
        if (type == typeof(DateTimeOffset))
            return Shape("string", format: "date-time");
        if (type == typeof(SyncCursor) || type == typeof(Sequence))
            return Shape("string");
        if (type == typeof(UnixTime))
            return Shape("number");
        if (type == typeof(FreeObject))
            return Shape("object");
        // Rows, or columns.
        if (type == typeof(MeasurementSeries))
            return new JsonObject { ["type"] = new JsonArray("array", "object") };
        // One with an attribute names its members itself, and the exporter knows.
        return type.IsEnum && !type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
            ? new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(Lower)]) }
            : null;
    }

    private static JsonObject Shape(string type, string? format = null)
    {
        var shape = new JsonObject { ["type"] = type };
        if (format is not null)
            shape["format"] = format;
        return shape;
    }

    private static JsonNode Lower(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
