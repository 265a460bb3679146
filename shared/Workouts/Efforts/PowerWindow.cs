using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Efforts;

/// <summary>
/// The best average over a window of fixed length. Power is a step function, so the average is greatest where the window starts at a
/// step or ends at one; both ends only ever move forward.
/// </summary>
internal struct PowerWindow(HeldValue[] held)
{
    private int _at;
    private double _before;

    /// <returns>Watts; <c>null</c> when the samples span less.</returns>
    public static double? Best(HeldValue[] held, int seconds)
    {
        if (held.Length == 0 || held[^1].To - held[0].From < seconds)
            return null;
        var (first, last) = (held[0].From, held[^1].To);
        var starts = held.Select(value => value.From).TakeWhile(start => start + seconds <= last);
        var ends = held.Select(value => value.To - seconds).SkipWhile(start => start < first);
        return Math.Max(Best(held, starts, seconds), Best(held, ends, seconds));
    }

    private static double Best(HeldValue[] held, IEnumerable<long> starts, int seconds)
    {
        var (head, tail) = (new PowerWindow(held), new PowerWindow(held));
        double best = 0;
        foreach (var start in starts)
            best = Math.Max(best, head.JoulesUntil(start + seconds) - tail.JoulesUntil(start));
        return best / seconds;
    }

    /// <summary>Asked of later and later times.</summary>
    private double JoulesUntil(long time)
    {
        for (; _at < held.Length && held[_at].To <= time; _at++)
            _before += held[_at].Value * held[_at].Seconds;
        return _at < held.Length && held[_at].From < time ? _before + (held[_at].Value * (time - held[_at].From)) : _before;
    }
}
