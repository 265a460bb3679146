using System.Collections.Frozen;

namespace FitServerless.Exercises;

public sealed record Exercise
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>strength, core, plyometric, conditioning, mobility or balance.</summary>
    public required string Category { get; init; }

    /// <summary>The movement: squat, hinge, push-horizontal, anti-rotation and so on.</summary>
    public required string Pattern { get; init; }

    public required IReadOnlyList<string> PrimaryMuscles { get; init; }

    public required IReadOnlyList<string> SecondaryMuscles { get; init; }

    /// <summary>All that is needed; of each entry, any one.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Equipment { get; init; }

    public required FitnessLevel Level { get; init; }

    /// <summary>Counted in seconds and not in repetitions.</summary>
    public required bool IsHold { get; init; }

    /// <summary>2 when it is done on one side after the other.</summary>
    public required int Sides { get; init; }

    /// <summary>What it loads that somebody may have to spare: knee, lowerback, impact.</summary>
    public required FrozenSet<string> Spare { get; init; }

    /// <summary>Other words that people look for it by, in English and German.</summary>
    public required string Words { get; init; }

    /// <summary>What to do and what to mind.</summary>
    public required string Description { get; init; }

    public string EquipmentText =>
        Equipment.Count == 0 ? "body weight" : string.Join(", ", Equipment.Select(choices => string.Join(" or ", choices)));

    public bool IsPossibleWith(IReadOnlySet<string> equipment) => Equipment.All(choices => choices.Any(equipment.Contains));
}
