using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>
/// How much a load may grow from one workout to the next: 2 to 10 % once one or two repetitions more than planned can be done (ACSM 2009,
/// <see href="https://doi.org/10.1249/MSS.0b013e3181915670"/>).
/// </summary>
public static class LoadSteps
{
    public const double LargestPercent = 10;

    /// <summary>Who starts, grows fastest.</summary>
    public static double Percent(FitnessLevel level) => level switch
    {
        FitnessLevel.Beginner => 5,
        FitnessLevel.Intermediate => 2.5,
        _ => 2,
    };
}
