using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Timers;

/// <summary>
/// What a timer that starts makes of the status that an earlier run left, by the rules of the real host's ScheduleMonitor.
/// </summary>
internal static class ScheduleReview
{
    /// <returns><paramref name="stored"/> itself if it still holds, else a new status to store.</returns>
    public static ScheduleStatus Of(ScheduleStatus? stored, TimerSchedule schedule, DateTime now)
    {
        if (stored is null) return new() { Next = schedule.NextAfter(now), LastUpdated = now };
        var basis = stored.Last != default ? stored.Last : stored.LastUpdated != default ? stored.LastUpdated : now;
        var next = schedule.NextAfter(basis);
        if (next == stored.Next) return stored;

        // The schedule was changed meanwhile. What the new one would have run in the past counts as not missed.
        if (next < now) (next, basis) = (schedule.NextAfter(now), now);
        return new() { Next = next, LastUpdated = basis };
    }
}
