namespace FitServerless.Schedules.Rules;

/// <summary>When somebody is due next, and which of their days that is.</summary>
internal sealed record PlannedOccasion(DateTimeOffset Slot, DateOnly LocalDate);
