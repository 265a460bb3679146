using FitServerless.Schedules.Storage;

namespace FitServerless.Schedules;

/// <summary>From one place in the index to another; <c>null</c> is none.</summary>
internal sealed record ScheduleMove(DueOccasion? From, DueOccasion? To, ScheduleEntry Entry)
{
    public OccasionKind Kind => (To ?? From)!.Kind;
}
