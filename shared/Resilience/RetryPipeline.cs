using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FitServerless.Resilience;

/// <summary>Asks a service outside a few times, later and later and with jitter; each attempt has a time of its own.</summary>
internal static class RetryPipeline
{
    /// <param name="isTransient">Whether the next attempt may go better. <see cref="TimeoutRejectedException"/> is an attempt's time that was up.</param>
    public static ResiliencePipeline Create(RetryLimits limits, Func<Exception, bool> isTransient, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (limits.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle(isTransient),
                MaxRetryAttempts = limits.MaxRetries,
                Delay = TimeSpan.FromMilliseconds(limits.RetryDelayMilliseconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        return builder.AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(limits.TimeoutSeconds) }).Build();
    }
}
