namespace FitServerless.Quotas;

/// <summary>
/// At most <paramref name="Limit"/> in each window. Windows follow the clock (every full minute, every UTC day), not the first use.
/// </summary>
/// <param name="Name">A key of the store and, in <c>RateLimit</c>, a structured-field string: letters, digits and hyphens.</param>
/// <param name="Uncounted">
/// What each process passes on of a window before it asks the store; then they are counted, too. Who needs no more costs no transaction. Several
/// processes may so pass on more than the limit: at most this many by each further one. 0: never more.
/// </param>
public sealed record QuotaPolicy(string Name, int Limit, TimeSpan Window, int Uncounted = 0)
{
    /// <summary>Which window a time is in: they are numbered from year 1.</summary>
    public long WindowAt(DateTimeOffset time) => time.UtcTicks / Window.Ticks;

    public TimeSpan UntilReset(DateTimeOffset now) => new(Window.Ticks - (now.UtcTicks % Window.Ticks));
}
