namespace FitServerless.Functions.Notifications;

/// <summary>A device got every notification behind <paramref name="After"/> up to <paramref name="UpTo"/>.</summary>
public sealed record DeliveredStretch(long After, long UpTo, DateTimeOffset At);
