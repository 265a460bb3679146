using Azure;

namespace FitServerless.Storage;

/// <summary>Tells an outage, which passes, from a bug, which does not.</summary>
public static class StorageFaults
{
    /// <summary>Unreachable (status 0), throttled, timed out or failing on its side, after the client's own retries.</summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        // The tables are made as the process starts; a storage that was away then has none until the next attempt.
        RequestFailedException e => e.Status is 0 or 408 or 429 or >= 500 || e.ErrorCode == "TableNotFound",
        // Azure.Core throws it when every attempt failed without an answer.
        AggregateException e => e.InnerExceptions.Count > 0 && e.InnerExceptions.All(IsOutage),
        // An attempt that ran into NetworkTimeout: the client library wraps what it broke off. Where the caller cancels, nothing is within.
        TaskCanceledException { InnerException: not null } => true,
        _ => false,
    };

    /// <summary>How long storage wants to be left alone, in whole seconds from now; <c>null</c> where it does not say.</summary>
    public static int? RetryAfterSeconds(Exception outage, DateTimeOffset now) => outage switch
    {
        AggregateException { InnerExceptions: [.., var last] } => RetryAfterSeconds(last, now),
        RequestFailedException e when e.GetRawResponse() is { } response && WaitOf(response, now) is { } wait =>
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)),
        _ => null,
    };

    /// <summary>Storage says it in seconds, the gateways before it in milliseconds.</summary>
    internal static TimeSpan? WaitOf(Response response, DateTimeOffset now)
    {
        if (response.Headers.TryGetValue("Retry-After", out var text) && RetryAfter.Read(text, now) is { } wait)
            return wait;
        return response.Headers.TryGetValue("x-ms-retry-after-ms", out text) ? RetryAfter.ReadMilliseconds(text) : null;
    }

    /// <summary>An outage in a few words: its stack is the client library's, the same each time, and as long as there were attempts.</summary>
    public static string Reason(Exception outage) => outage switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Reason(last),
        RequestFailedException { Status: > 0 } e => $"{e.Status} {e.ErrorCode}",
        RequestFailedException e => e.Message.Split('\n')[0],
        _ => "no answer in time",
    };
}
