namespace FitServerless.Briefings.Reports;

/// <summary>More than in the twelve months before.</summary>
/// <param name="What"><c>longest</c> (seconds), <c>farthest</c> (metres) or <c>hardest</c> (load).</param>
/// <param name="Before">The best before.</param>
public sealed record RecordFacts(string What, string Sport, DateOnly Date, double Value, double Before);
