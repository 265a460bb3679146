namespace FitServerless.Briefings.Reports;

/// <summary>A pattern in what somebody did.</summary>
/// <param name="Topic"><c>best-day</c>, <c>trend</c>, <c>recovery</c>, <c>consistency</c> or <c>change</c>.</param>
public sealed record Insight(string Topic, string Text);
