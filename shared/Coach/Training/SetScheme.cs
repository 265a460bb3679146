using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>Sets, repetitions and rests for a goal.</summary>
/// <param name="Rest">Seconds.</param>
/// <param name="Effort">Rating of perceived exertion, 1 to 10.</param>
internal sealed record SetScheme(int Sets, int Reps, int Rest, int Effort)
{
    /// <summary>
    /// By the ACSM's models of progression (2009, <see href="https://doi.org/10.1249/MSS.0b013e3181915670"/>): 8 to 12 repetitions for novices, fewer
    /// and heavier with more rest for strength, 15 and more with short rests for local endurance.
    /// </summary>
    public static SetScheme Of(TrainingGoal goal, FitnessLevel level) => (goal, level) switch
    {
        (TrainingGoal.Strength, FitnessLevel.Beginner) => new(3, 8, 120, 7),
        (TrainingGoal.Strength, FitnessLevel.Intermediate) => new(4, 6, 150, 8),
        (TrainingGoal.Strength, _) => new(5, 5, 180, 8),
        (TrainingGoal.Muscle, FitnessLevel.Beginner) => new(3, 10, 75, 7),
        (TrainingGoal.Muscle, FitnessLevel.Intermediate) => new(3, 10, 90, 8),
        (TrainingGoal.Muscle, _) => new(4, 10, 90, 8),
        (TrainingGoal.FatLoss, _) => new(3, 12, 45, 7),
        (TrainingGoal.Endurance, _) => new(3, 15, 40, 6),
        (TrainingGoal.Mobility, _) => new(2, 10, 15, 4),
        (_, FitnessLevel.Beginner) => new(2, 10, 60, 6),
        _ => new(3, 10, 75, 7),
    };

    /// <summary>For small muscles and the trunk.</summary>
    public SetScheme Accessory => this with { Sets = Math.Min(Sets, 3), Reps = Math.Max(Reps, 10), Rest = Math.Min(Rest, 60) };

    public string Intensity => $"RPE {Effort}, about {10 - Effort} more repetitions would be possible";
}
