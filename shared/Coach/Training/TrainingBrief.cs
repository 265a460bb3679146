using System.Collections.Frozen;
using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>What a workout has to be like: a request, understood. Rules and models work from it, and the gate holds both to it.</summary>
public sealed record TrainingBrief
{
    public required FitnessLevel Level { get; init; }

    public required TrainingGoal Goal { get; init; }

    /// <summary>Of <see cref="ExerciseCatalogue.Equipment"/>.</summary>
    public required FrozenSet<string> Equipment { get; init; }

    /// <summary>What <see cref="Exercise.Spare"/> must not name.</summary>
    public required FrozenSet<string> Spare { get; init; }

    public required int Minutes { get; init; }

    public required TrainingHistory History { get; init; }

    /// <summary>For the answer: what was assumed, what was not understood.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public bool Allows(Exercise exercise) =>
        exercise.Level <= Level && exercise.IsPossibleWith(Equipment) && !exercise.Spare.Overlaps(Spare);
}
