namespace FitServerless.Bench.Chat;

/// <summary>From posting a message to a listener's having it, in milliseconds, over all listeners.</summary>
internal sealed record SeenLine(int Listeners, int Messages, double P50, double P99);
