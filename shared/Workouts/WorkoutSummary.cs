using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>Fills a workout's free-form summary from its samples, only where the client said nothing.</summary>
internal static class WorkoutSummary
{
    /// <param name="before">What an earlier fill was made from: members that still hold its values are computed anew.</param>
    public static JsonElement? Fill(JsonElement? summary, SeriesSummary? samples, SeriesSummary? before)
    {
        if (samples is null or { Count: 0 })
            return summary;
        var members = summary is { } given ? JsonObject.Create(given)! : [];
        foreach (var (name, value) in before?.Members() ?? [])
        {
            if (members[name] is JsonValue old && old.TryGetValue<double>(out var number) && number == value)
                members.Remove(name);
        }

        foreach (var (name, value) in samples.Members())
            members.TryAdd(name, JsonValue.Create(value));
        using var document = JsonDocument.Parse(members.ToJsonString());
        return document.RootElement.Clone();
    }
}
