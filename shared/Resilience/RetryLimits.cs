namespace FitServerless.Resilience;

/// <param name="TimeoutSeconds">For one attempt.</param>
/// <param name="MaxRetries">Attempts after the first.</param>
/// <param name="RetryDelayMilliseconds">First delay, doubled (with jitter) each time.</param>
internal readonly record struct RetryLimits(int TimeoutSeconds, int MaxRetries, int RetryDelayMilliseconds);
