namespace FitServerless.Stats;

/// <summary>A week, and the state at its end, or today in the week that still runs.</summary>
/// <param name="Week">ISO 8601, <c>2026-W03</c>.</param>
/// <param name="Monday">Its first day.</param>
public sealed record TrainingWeek(
    string Week, DateOnly Monday, int Count, long Seconds, double Load, double Fitness, double Fatigue, double Form);
