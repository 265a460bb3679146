namespace FitServerless.Schedules.Runs;

/// <summary>How many people a run, or a part of it, has dealt with.</summary>
/// <param name="Served">Their job ran to its end.</param>
/// <param name="Moved">They were planned anew and had nothing: too late for it, or their settings had changed.</param>
/// <param name="Gone">They have no account any more, or do not want it.</param>
/// <param name="SetAside">Their job failed as often as it is tried.</param>
public sealed record RunCounts(int Served = 0, int Moved = 0, int Gone = 0, int SetAside = 0)
{
    public static RunCounts operator +(RunCounts left, RunCounts right) => new(
        left.Served + right.Served, left.Moved + right.Moved, left.Gone + right.Gone, left.SetAside + right.SetAside);

    public static RunCounts Add(RunCounts left, RunCounts right) => left + right;
}
