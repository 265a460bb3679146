namespace FitServerless.Workouts.Efforts;

/// <summary>
/// How much a workout was: its intensity is what was done as a part of what can be held for an hour, its load is hours times intensity
/// squared, times 100; an hour at the threshold is 100 (Coggan's power-based stress score, in neutral words). Heart rate is weighed the
/// same way where there is no power: coarser, since a heart follows late and does not rest in a pause.
/// </summary>
/// <param name="Basis"><c>power</c> or <c>heartrate</c>.</param>
public sealed record Load(double Value, double Intensity, string Basis)
{
    /// <summary>The rate at threshold as a part of the greatest: about what Friel's and the five-zone tables agree on.</summary>
    private const double ThresholdOfMax = 0.9;

    /// <param name="seconds">Without the pauses.</param>
    /// <returns><c>null</c> where the measurement or the threshold is missing.</returns>
    public static Load? Of(int? seconds, int? normalizedPower, int? avgHeartrate, Thresholds known)
    {
        var thresholdHeartrate = known.ThresholdHeartrate ?? known.MaxHeartrate * ThresholdOfMax;
        if (seconds is not ({ } duration and > 0))
            return null;
        if (normalizedPower is { } watts && known.Ftp is { } ftp and > 0)
            return Of(duration, (double)watts / ftp, "power");
        return avgHeartrate is { } rate && thresholdHeartrate is { } threshold and > 0 ? Of(duration, rate / threshold, "heartrate") : null;
    }

    private static Load Of(int seconds, double intensity, string basis) =>
        new(Math.Round(seconds / 3600.0 * intensity * intensity * 100, 1), Math.Round(intensity, 3), basis);
}
