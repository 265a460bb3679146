namespace FitServerless.Workouts.Efforts;

/// <summary>Seconds in each zone, the easiest first.</summary>
/// <param name="Basis">What the zones are fractions of: <c>ftp</c>, <c>thresholdHeartrate</c> or <c>maxHeartrate</c>.</param>
/// <param name="Value">Of the basis: watts or beats a minute.</param>
/// <param name="From"><c>preferences</c>, or <c>estimate</c>: from this workout alone, since nobody said.</param>
public sealed record ZoneTimes(string Basis, int Value, string From, IReadOnlyList<int> Seconds);
