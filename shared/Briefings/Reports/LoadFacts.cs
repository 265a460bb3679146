using FitServerless.Briefings.Log;

namespace FitServerless.Briefings.Reports;

/// <summary>Fitness, fatigue and form (see <see cref="Stats.TrainingState"/>) at the end of a day, and how form has changed.</summary>
public sealed record LoadFacts(double Fitness, double Fatigue, double Form, double FormChange)
{
    /// <summary><c>null</c> for somebody without any load.</summary>
    internal static LoadFacts? Of(PersonLog log, DateOnly day, DateOnly before)
    {
        var (now, then) = (log.StateAfter(day), log.StateAfter(before));
        return now.Fitness < 0.05 && now.Fatigue < 0.05
            ? null
            : new LoadFacts(Round(now.Fitness), Round(now.Fatigue), Round(now.Form), Round(now.Form - then.Form));
    }

    private static double Round(double value) => Math.Round(value, 1);
}
