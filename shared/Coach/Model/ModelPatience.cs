using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace FitServerless.Coach.Model;

/// <summary>
/// How a model is called: at most so many attempts, with jitter or as the service asks, all within one timeout; and not at all for a while
/// after it has failed several callers in a row, so that those behind them get the rules at once.
/// </summary>
internal sealed class ModelPatience
{
    /// <summary>Calls that must have been made before half of them failing opens the circuit.</summary>
    public const int Throughput = 5;

    public static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    private static readonly ResiliencePropertyKey<TimeSpan> Within = new("within");

    private readonly ResiliencePipeline _pipeline;

    public ModelPatience(IOptions<ModelOptions> options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(fault => ModelFaults.IsOutage(fault, clock.GetUtcNow())),
                FailureRatio = 0.5,
                MinimumThroughput = Throughput,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = Break,
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = attempt => ValueTask.FromResult(attempt.Context.Properties.GetValue(Within, default)),
            });
        if (options.Value.MaxRetries > 0)
            builder.AddRetry(Retries(options.Value, clock));
        _pipeline = builder.Build();
    }

    /// <param name="within">More than nothing.</param>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> call, TimeSpan within, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Within, within);
        try
        {
            return await _pipeline.ExecuteAsync(attempt => call(attempt.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryStrategyOptions Retries(ModelOptions options, TimeProvider clock) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(fault => ModelFaults.IsTransient(fault, clock.GetUtcNow())),
        MaxRetryAttempts = options.MaxRetries,
        Delay = TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        DelayGenerator = attempt => ValueTask.FromResult(ModelFaults.WaitOf(attempt.Outcome.Exception, clock.GetUtcNow())),
    };
}
