namespace FitServerless.Nutrition;

/// <summary>A phrase that people name a diet with, as stems with spaces between them, and what that diet leaves out.</summary>
internal sealed record Restriction(string Phrase, IReadOnlyList<string> Excludes);
