namespace FitServerless.Coach.Training;

public enum TrainingGoal
{
    General,
    Strength,
    Muscle,
    FatLoss,
    Endurance,
    Mobility,
}
