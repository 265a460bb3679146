namespace FitServerless.Stats;

/// <summary>Days on end with a workout.</summary>
/// <param name="Current">Up to today, or up to yesterday while today has none yet.</param>
public sealed record StreakOfDays(int Current, int Longest)
{
    /// <param name="trained">Ascending, each once.</param>
    public static StreakOfDays Of(IEnumerable<DateOnly> trained, DateOnly today, LocalDays days)
    {
        int run = 0, longest = 0;
        DateOnly? last = null;
        foreach (var day in trained.TakeWhile(day => day <= today))
        {
            run = last is { } before && days.AreNeighbours(before, day) ? run + 1 : 1;
            longest = Math.Max(longest, run);
            last = day;
        }

        var goesOn = last == today || (last is { } end && days.AreNeighbours(end, today));
        return new StreakOfDays(goesOn ? run : 0, longest);
    }
}
