using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Calls until it succeeds or the options have enough, with durable timers in between.</summary>
internal static class Retries
{
    public static async Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskRetryOptions? options, Func<Task<T>> call)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            TaskFailedException failure;
            try
            {
                return await call();
            }
            catch (TaskFailedException exception)
            {
                failure = exception;
            }

            if (!await AgainAsync(context, options, failure, attempt, firstAttempt)) throw failure;
        }
    }

    private static async Task<bool> AgainAsync(
        TaskOrchestrationContext context, TaskRetryOptions? options, TaskFailedException failure, int attempt, DateTime firstAttempt)
    {
        if (options?.Handler is { } handler)
        {
            var spent = context.CurrentUtcDateTime - firstAttempt;
            return await handler(new RetryContext(context, attempt, failure.FailureDetails, spent, CancellationToken.None));
        }

        if (options?.Policy is not { } policy || attempt >= policy.MaxNumberOfAttempts || !MayHandle(policy, failure)) return false;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && context.CurrentUtcDateTime - firstAttempt >= policy.RetryTimeout) return false;
        await context.CreateTimer(DelayAfter(attempt, policy), CancellationToken.None);
        return true;
    }

    // The real package's HandleFailure wants an exception of its core library here and throws at any other.
    private static bool MayHandle(RetryPolicy policy, TaskFailedException failure)
    {
        try
        {
            return policy.Handle(failure);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static TimeSpan DelayAfter(int attempt, RetryPolicy policy)
    {
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return milliseconds < policy.MaxRetryInterval.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : policy.MaxRetryInterval;
    }
}
