namespace FitServerless.Briefings;

/// <summary>A page of briefings, newest first; the days are the person's own, both included.</summary>
/// <param name="Limit">1 to 1,000.</param>
/// <param name="Cursor">The key of the last row seen.</param>
public sealed record BriefingQuery(int Limit, string? Cursor = null, DateOnly? From = null, DateOnly? To = null, string? Kind = null);
