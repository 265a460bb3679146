namespace FitServerless.Bench.History;

/// <summary>What pulls cost an account that has so many workouts.</summary>
/// <param name="First">A new device pulls everything.</param>
/// <param name="News">A device that has everything but one change pulls that; the median of several.</param>
/// <param name="Nothing">Nothing is new; the median of several.</param>
internal sealed record HistoryLine(int Workouts, PullCost First, PullCost News, PullCost Nothing);
