namespace FitServerless.Analytics;

/// <summary>What of an event is counted.</summary>
public sealed record EventPoint(string ClientId, string Type, DateTimeOffset At, double? Value);
