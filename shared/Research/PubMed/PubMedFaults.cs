using System.Text.Json;
using Polly.Timeout;

namespace FitServerless.Research.PubMed;

/// <summary>What can go wrong with PubMed, and what to make of it.</summary>
internal static class PubMedFaults
{
    /// <summary>Busy, failing on its side, cut off, or answering what is no answer: the next attempt may go better.</summary>
    public static bool IsTransient(Exception fault) => fault switch
    {
        HttpRequestException e => e.StatusCode is null || (int)e.StatusCode is 408 or 429 or >= 500,
        IOException or JsonException or TimeoutRejectedException => true,
        _ => false,
    };

    /// <summary>PubMed's fault or its operator's, and not the caller's cancellation or a bug.</summary>
    public static bool IsFault(Exception fault) => fault is HttpRequestException || IsTransient(fault);

    /// <summary>Without the answer's text: it repeats what it was asked, and with it the key.</summary>
    public static string Reason(Exception fault) => fault switch
    {
        HttpRequestException { StatusCode: { } status } => $"it answered {(int)status}",
        TimeoutRejectedException => "no answer in time",
        JsonException => "it answered nonsense",
        _ => "not reached, or cut off",
    };
}
