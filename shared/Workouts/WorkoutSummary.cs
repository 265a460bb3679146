using System.Text.Json;
using System.Text.Json.Nodes;

namespace FitServerless.Workouts;

/// <summary>Fills a workout's free-form summary with what the server knows, only where the client said nothing.</summary>
internal static class WorkoutSummary
{
    /// <param name="before">What an earlier fill was made from: members that still hold its values are filled anew.</param>
    public static JsonElement? Fill(JsonElement? summary, WorkoutFacts facts, WorkoutFacts before)
    {
        var members = summary is { } given ? JsonObject.Create(given)! : [];
        var isTouched = false;
        foreach (var (name, value) in before.Members())
        {
            if (JsonNode.DeepEquals(members[name], value))
                isTouched |= members.Remove(name);
        }

        foreach (var (name, value) in facts.Members())
            isTouched |= members.TryAdd(name, value.DeepClone());
        if (!isTouched)
            return summary;
        using var document = JsonDocument.Parse(members.ToJsonString());
        return document.RootElement.Clone();
    }
}
