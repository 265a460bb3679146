namespace FitServerless.Briefings.Reports;

/// <summary>The period that a report is about, and the one right before it. Days are the person's own.</summary>
/// <param name="Name">What such a period is called in a sentence.</param>
/// <param name="Before">The first day of the period before.</param>
/// <param name="First">The first day of the report's own.</param>
/// <param name="Last">Its last day.</param>
internal sealed record ReportPeriods(string Name, DateOnly Before, DateOnly First, DateOnly Last);
