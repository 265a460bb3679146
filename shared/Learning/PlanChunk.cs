using System.Text.Json;

namespace FitServerless.Learning;

/// <summary>A part of a plan.</summary>
/// <param name="Status">The plan's own word for it, else <c>in-progress</c> once there are sessions, <c>not-started</c> before.</param>
public sealed record PlanChunk(string Id, string? Title, string Status, double Minutes, int SessionCount)
{
    internal static PlanChunk Of(string id, JsonElement? own, IEnumerable<double> minutes)
    {
        var spent = minutes.ToList();
        return new PlanChunk(
            id, Text(own, "title"), Text(own, "status") ?? (spent.Count > 0 ? "in-progress" : "not-started"),
            Math.Round(spent.Sum(), 1), spent.Count);
    }

    private static string? Text(JsonElement? own, string name) =>
        own is { } chunk && chunk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
