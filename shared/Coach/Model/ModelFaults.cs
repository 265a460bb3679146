using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using FitServerless.Storage;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FitServerless.Coach.Model;

/// <summary>What can go wrong with a model, and what to make of it.</summary>
internal static class ModelFaults
{
    /// <summary>Who is asked to wait longer had better not: the rules answer at once.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Throttled, failing on its side, not reached, cut off, or answering what is no JSON; and not asking for a long wait.</summary>
    public static bool IsTransient(Exception fault, DateTimeOffset now) => WaitOf(fault, now) is not { } wait || wait <= LongestWait
        ? fault switch
        {
            ClientResultException e => e.Status is 0 or 408 or 429 or >= 500,
            IOException or HttpRequestException => true,
            _ when IsMalformed(fault) => true,
            _ => false,
        }
        : false;

    /// <summary>The service's fault or ours, and not the caller's cancellation or a bug.</summary>
    public static bool IsFault(Exception fault) => fault is ClientResultException or IOException or HttpRequestException
        or TimeoutRejectedException or BrokenCircuitException or AuthenticationFailedException || IsMalformed(fault);

    /// <summary>What counts against the service, for the circuit breaker.</summary>
    public static bool IsOutage(Exception fault, DateTimeOffset now) =>
        fault is TimeoutRejectedException || IsTransient(fault, now) || WaitOf(fault, now) is not null;

    /// <summary>The prompt was filtered: 400 with the code <c>content_filter</c>.</summary>
    public static bool IsRefusal(Exception fault) =>
        fault is ClientResultException { Status: 400 } e && CodeOf(e) is "content_filter" or "ResponsibleAIPolicyViolation";

    /// <summary>How long the service wants to be left alone: <c>retry-after-ms</c>, or <c>Retry-After</c>.</summary>
    public static TimeSpan? WaitOf(Exception? fault, DateTimeOffset now)
    {
        if ((fault as ClientResultException)?.GetRawResponse()?.Headers is not { } headers)
            return null;
        if (headers.TryGetValue("retry-after-ms", out var text) && RetryAfter.ReadMilliseconds(text) is { } wait)
            return wait;
        return headers.TryGetValue("Retry-After", out text) ? RetryAfter.Read(text, now) : null;
    }

    public static string Reason(Exception fault) => fault switch
    {
        ClientResultException { Status: > 0 } e => $"answered {e.Status}",
        TimeoutRejectedException => "no answer in time",
        BrokenCircuitException => "left alone for a while after failing",
        AuthenticationFailedException => "could not sign in",
        _ when IsMalformed(fault) => "answered nonsense",
        _ => "not reached, or cut off",
    };

    /// <summary>No JSON; or, which the client library says so, no choices, or an end that it does not know.</summary>
    private static bool IsMalformed(Exception fault) => fault is JsonException or ArgumentOutOfRangeException;

    private static string? CodeOf(ClientResultException e)
    {
        try
        {
            using var body = JsonDocument.Parse(e.GetRawResponse()?.Content?.ToMemory() ?? default);
            return body.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
