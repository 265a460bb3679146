namespace FitServerless.Briefings;

/// <param name="NextCursor">Where the next page starts; <c>null</c> at the end.</param>
public sealed record BriefingPage(IReadOnlyList<Briefing> Items, string? NextCursor);
