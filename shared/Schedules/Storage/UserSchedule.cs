using System.Collections.Immutable;

namespace FitServerless.Schedules.Storage;

/// <summary>Where somebody stands in the index, by kind.</summary>
internal sealed record UserSchedule(ImmutableDictionary<OccasionKind, ScheduleEntry> Entries)
{
    public static readonly UserSchedule None = new(ImmutableDictionary<OccasionKind, ScheduleEntry>.Empty);

    public ScheduleEntry this[OccasionKind kind] => Entries.GetValueOrDefault(kind, ScheduleEntry.None);
}
