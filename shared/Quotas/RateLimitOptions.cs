using System.ComponentModel.DataAnnotations;

namespace FitServerless.Quotas;

/// <summary>How many requests there may be. Those past it get 429; a load test raises the limits.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    private const int Most = 1_000_000_000;

    [Range(1, Most)]
    public int UserPerMinute { get; set; } = 100;

    [Range(1, Most)]
    public int UserPerHour { get; set; } = 1_000;

    /// <summary>Of one user within ten seconds, counted by each instance for itself: it is there to spare the instance.</summary>
    [Range(1, Most)]
    public int UserBurst { get; set; } = 50;

    /// <summary>Streams of events that one user opens. One lasts 220 s; a device without a steady connection opens a few a minute.</summary>
    [Range(1, Most)]
    public int StreamsPerMinute { get; set; } = 60;

    /// <summary>
    /// From one network source: registering, passwords, links. Failures have a limit of their own (<c>Accounts:FailuresPerSourceAndHour</c>).
    /// </summary>
    [Range(1, Most)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>From one network source, on routes that need no token.</summary>
    [Range(1, Most)]
    public int OpenPerMinute { get; set; } = 300;

    /// <summary>From one network source, by whatever users: a school or a gym has many behind one address.</summary>
    [Range(1, Most)]
    public int SourcePerMinute { get; set; } = 1_200;

    /// <summary>From one network source, of health and documentation; by each instance for itself.</summary>
    [Range(1, Most)]
    public int ServicePerMinute { get; set; } = 300;

    /// <summary>
    /// Of a limit, what each instance lets pass in a window before it asks storage what others did: who sends little costs no transaction. A user
    /// who is served by several instances may get that much more by each further one. 0: never more than the limit. Signing in has none of it.
    /// </summary>
    [Range(0, 50)]
    public int UncountedPercent { get; set; } = 20;

    /// <summary>A request waits no longer than this to be counted with those of other instances.</summary>
    [Range(1, 60_000)]
    public int WaitMilliseconds { get; set; } = 1_000;
}
