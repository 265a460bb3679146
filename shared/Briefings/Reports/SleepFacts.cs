namespace FitServerless.Briefings.Reports;

/// <summary>Sleep.</summary>
/// <param name="Minutes">Of the last night, or a night's mean.</param>
/// <param name="UsualMinutes">A night's mean of the time before; <c>null</c> where too few are known.</param>
/// <param name="Score">0 to 100, by whatever measured it.</param>
public sealed record SleepFacts(int Minutes, int? UsualMinutes, int? Score = null);
