namespace FitServerless.Schedules;

/// <summary>An occasion as it waits in the index of who is due.</summary>
/// <param name="Served">The last local date of this kind that the person has had; no later one comes twice.</param>
/// <param name="IsReplay">It was set aside and comes again, beside the person's planned one: nothing is planned behind it.</param>
internal sealed record DueOccasion(
    OccasionKind Kind, string UserId, DateTimeOffset Slot, DateOnly LocalDate, DateOnly Served, bool IsReplay = false)
{
    public Occasion Occasion => new(Kind, UserId, LocalDate, Slot);
}
