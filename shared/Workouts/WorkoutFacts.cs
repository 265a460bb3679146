using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Files.Originals;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>What the server knows of a workout besides what its owner wrote, kept beside its state.</summary>
public sealed record WorkoutFacts
{
    public SeriesSummary? Samples { get; init; }

    public EffortSummary? Effort { get; init; }

    /// <summary>Kilograms by exercise; see <see cref="StrengthSets"/>.</summary>
    public IReadOnlyDictionary<string, double>? OneRepMax { get; init; }

    public OriginalFile? Original { get; init; }

    internal static WorkoutFacts Parse(string? note) =>
        note is null ? new WorkoutFacts() : JsonSerializer.Deserialize(note, WorkoutJson.Default.WorkoutFacts)!;

    internal string ToNote() => JsonSerializer.Serialize(this, WorkoutJson.Default.WorkoutFacts);

    /// <summary>The members of a workout's summary that these are.</summary>
    internal IEnumerable<(string Name, JsonNode Value)> Members()
    {
        var samples = JsonSerializer.SerializeToNode(Samples, WorkoutJson.Default.SeriesSummary)?.AsObject();
        // A workout has it elsewhere, as measurementCount.
        samples?.Remove("count");
        var effort = JsonSerializer.SerializeToNode(Effort, WorkoutJson.Default.EffortSummary)?.AsObject();
        foreach (var (name, value) in (samples ?? []).Concat(effort ?? []))
            yield return (name, value!);
        if (OneRepMax is { } weights)
            yield return ("oneRepMax", JsonSerializer.SerializeToNode(weights, WorkoutJson.Default.IReadOnlyDictionaryStringDouble)!);
    }
}
