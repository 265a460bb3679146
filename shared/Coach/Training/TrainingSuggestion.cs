namespace FitServerless.Coach.Training;

/// <summary>The answer to a <see cref="TrainingRequest"/>.</summary>
public sealed record TrainingSuggestion
{
    public required IReadOnlyList<PlannedExercise> WarmUp { get; init; }

    public required IReadOnlyList<PlannedExercise> Exercises { get; init; }

    /// <summary>How long all of it takes; see <c>SessionTime</c>.</summary>
    public int Minutes { get; init; }

    public bool AiPowered { get; init; }

    /// <summary>Which model wrote it; <c>null</c> for the rules.</summary>
    public string? Model { get; init; }

    public bool Cached { get; init; }

    /// <summary>What the person should know: assumptions made, words not understood.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
