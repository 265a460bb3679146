namespace FitServerless.Schedules.Runs;

/// <summary>There is one run for each kind and slot.</summary>
public sealed record RunKey(OccasionKind Kind, DateTimeOffset Slot)
{
    public override string ToString() => $"{Kind}-{Storage.ScheduleText.Of(Slot)}";
}
