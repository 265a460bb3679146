using System.ComponentModel.DataAnnotations;

namespace FitServerless.Functions.Http;

/// <summary>How long a stream of events lasts, and how many there may be.</summary>
public sealed class EventStreamOptions
{
    public const string Section = "EventStreams";

    /// <summary>A stream ends itself, and its client comes back; the platform's front end would cut it at 230 s.</summary>
    [Range(1, 225)]
    public int MaxSeconds { get; set; } = 220;

    /// <summary>A comment this often keeps proxies, which give a silent connection up after 60 s and less, from closing it.</summary>
    [Range(1, 60)]
    public int HeartbeatSeconds { get; set; } = 15;

    /// <summary>How long a client waits before it comes back: from this to twice this, so that not all come back at once.</summary>
    [Range(0, 60_000)]
    public int RetryMilliseconds { get; set; } = 1_000;

    /// <summary>Streams of one user on one instance; more are refused with 429.</summary>
    [Range(1, 100_000)]
    public int MaxPerUser { get; set; } = 20;

    /// <summary>Streams on one instance; more are refused with 503.</summary>
    [Range(1, 100_000)]
    public int MaxPerInstance { get; set; } = 2_000;
}
