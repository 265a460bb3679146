using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Storage;

/// <summary>
/// Tries a call again, later and later and with jitter, and never sooner than storage asks for. Where it asks for more than a request can be held
/// up, that is the answer, and the client hears how long to wait.
/// </summary>
internal sealed class StorageRetry(StorageOptions options, TimeProvider clock) : RetryPolicy(
    options.MaxRetries,
    DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds), MaxDelay))
{
    /// <summary>Four of them keep a client waiting for 20 s.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(2);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        exception is null && StorageFaults.WaitOf(message.Response, clock.GetUtcNow()) > LongestWait
            ? new(false)
            : base.ShouldRetryAsync(message, exception);
}
