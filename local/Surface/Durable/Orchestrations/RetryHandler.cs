namespace Microsoft.DurableTask;

/// <returns>Whether to try again.</returns>
public delegate bool RetryHandler(RetryContext retryContext);
