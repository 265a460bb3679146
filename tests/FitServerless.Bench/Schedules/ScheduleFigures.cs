namespace FitServerless.Bench.Schedules;

/// <param name="Logs">People who have something to be told.</param>
/// <param name="Crowd">So many that what counts is to get through them; they have nothing yet.</param>
internal sealed record ScheduleFigures(Morning Logs, Morning Crowd, IReadOnlyList<PeakSlot> Peaks);
