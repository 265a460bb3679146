namespace FitServerless.Coach.Safety;

/// <summary>No advice takes a set below 80 % of its planned repetitions.</summary>
public static class MinimumReps
{
    /// <summary>80 %, rounded up: 4 or fewer never get fewer.</summary>
    public static int Of(int planned) => ((4 * planned) + 4) / 5;
}
