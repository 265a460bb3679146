namespace FitServerless.Schedules.Storage;

/// <param name="Planned">The slot and date at which the person stands in the index; <c>null</c> when in none.</param>
/// <param name="Served">The last local date that they have had.</param>
internal sealed record ScheduleEntry(Rules.PlannedOccasion? Planned, DateOnly Served)
{
    public static readonly ScheduleEntry None = new(null, DateOnly.MinValue);

    public static ScheduleEntry Of(DueOccasion due) => new(new Rules.PlannedOccasion(due.Slot, due.LocalDate), due.Served);

    public static ScheduleEntry Parse(string text) => text.Split(' ') is [var slot, var date, var served]
        ? new ScheduleEntry(new Rules.PlannedOccasion(ScheduleText.Slot(slot), ScheduleText.Date(date)), ScheduleText.Date(served))
        : new ScheduleEntry(null, ScheduleText.Date(text));

    public override string ToString() =>
        (Planned is { } planned ? $"{ScheduleText.Of(planned.Slot)} {ScheduleText.Of(planned.LocalDate)} " : "") + ScheduleText.Of(Served);
}
