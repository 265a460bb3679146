namespace FitServerless.Schedules;

/// <summary>One thing due to one person. There is one for each kind, person and local date, whatever fires twice, late or not at all.</summary>
/// <param name="LocalDate">The person's own date at <paramref name="Slot"/>.</param>
/// <param name="Slot">The UTC quarter hour in which it is due; a late run has the slot it was due in, not the time it ran.</param>
public sealed record Occasion(OccasionKind Kind, string UserId, DateOnly LocalDate, DateTimeOffset Slot);
