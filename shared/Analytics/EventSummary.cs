namespace FitServerless.Analytics;

/// <summary>What the events of a time come to, in all and by UTC day.</summary>
/// <param name="Days">Those that have any, in order.</param>
public sealed record EventSummary(EventTally Total, IReadOnlyList<EventDay> Days);
