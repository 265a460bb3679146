namespace FitServerless.Analytics;

/// <summary>What the events of a UTC day come to.</summary>
public sealed record EventDay(DateOnly Day, EventTally Total);
