namespace FitServerless.Briefings.Reports;

/// <summary>How often a type of event came.</summary>
public sealed record EventTypeCount(string Type, int Count);
