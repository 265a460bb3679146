namespace FitServerless.Coach.Training;

public sealed record PlannedExercise
{
    public required string Name { get; init; }

    /// <summary>An id of <c>ExerciseCatalogue</c>; <c>null</c> where a model named one that is not there.</summary>
    public string? ExerciseId { get; init; }

    public required int Sets { get; init; }

    /// <summary>In each set; per side where an exercise has sides. 1 for a hold.</summary>
    public required int Reps { get; init; }

    /// <summary>How long each repetition is held or lasts, for planks, stretches and intervals.</summary>
    public int? HoldSeconds { get; init; }

    /// <summary>After each set.</summary>
    public required int RestSeconds { get; init; }

    /// <summary>How hard it should feel, in words: "RPE 7, 3 reps in reserve".</summary>
    public string? Intensity { get; init; }

    /// <summary>Only where the person's last loads are known.</summary>
    public double? LoadKg { get; init; }
}
