namespace FitServerless.Workouts.Efforts;

/// <summary>
/// The least time for a distance. Between samples the way is taken for even, so the time is least where the stretch starts at a sample or
/// ends at one.
/// </summary>
internal static class DistanceWindow
{
    /// <param name="times">Milliseconds, ascending.</param>
    /// <param name="metres">At each of them, never falling.</param>
    /// <returns>Seconds; <c>null</c> when the way is shorter.</returns>
    public static double? Best(ReadOnlySpan<long> times, ReadOnlySpan<double> metres, double distance)
    {
        if (metres.Length == 0 || metres[^1] - metres[0] < distance)
            return null;
        return Math.Min(EndingAtSamples(times, metres, distance), StartingAtSamples(times, metres, distance)) / 1000;
    }

    private static double EndingAtSamples(ReadOnlySpan<long> times, ReadOnlySpan<double> metres, double distance)
    {
        var best = double.PositiveInfinity;
        for (int start = 0, end = 0; end < metres.Length; end++)
        {
            var goal = metres[end] - distance;
            if (goal < metres[0])
                continue;
            // The last moment at which the runner was still there.
            while (metres[start + 1] <= goal)
                start++;
            best = Math.Min(best, times[end] - Moment(times, metres, start, goal));
        }

        return best;
    }

    private static double StartingAtSamples(ReadOnlySpan<long> times, ReadOnlySpan<double> metres, double distance)
    {
        var best = double.PositiveInfinity;
        for (int start = 0, end = 0; start < metres.Length; start++)
        {
            var goal = metres[start] + distance;
            while (end < metres.Length && metres[end] < goal)
                end++;
            if (end == metres.Length)
                break;
            best = Math.Min(best, Moment(times, metres, end - 1, goal) - times[start]);
        }

        return best;
    }

    /// <summary>When the goal was passed, between a row and the next.</summary>
    private static double Moment(ReadOnlySpan<long> times, ReadOnlySpan<double> metres, int row, double goal) =>
        times[row] + ((times[row + 1] - times[row]) * (goal - metres[row]) / (metres[row + 1] - metres[row]));
}
