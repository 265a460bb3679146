namespace FitServerless.Accounts.Lockout;

/// <summary>How long the next try has to wait after failures in a row: each wait is twice the one before, up to a bound.</summary>
/// <param name="Memory">So long after the last failure the count starts over.</param>
public sealed record TryPolicy(int FreeTries, TimeSpan FirstWait, TimeSpan LongestWait, TimeSpan Memory)
{
    /// <summary>
    /// At the bound, 96 guesses a day; NIST SP 800-63B, 5.2.2 allows 100 in all, and a success, or a day without failures, starts over. Anybody
    /// can make an account wait that way, so the bound is short, sources that the account knows do not wait, and links work on.
    /// </summary>
    public static readonly TryPolicy Password = new(5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15), TimeSpan.FromDays(1));

    /// <summary>
    /// For what is asked once the rest was right: nobody can lock out others with it. Three of a million codes are good at a time; with waits
    /// of 15 min and more a guesser has 17 tries in the first week, a chance of 1 in 20,000, and a try a day from then on.
    /// </summary>
    public static readonly TryPolicy Proof = new(5, TimeSpan.FromMinutes(15), TimeSpan.FromDays(1), TimeSpan.FromDays(365));

    public TimeSpan WaitAfter(int failures)
    {
        if (failures < FreeTries)
            return TimeSpan.Zero;
        // Of 15 min, 20 doublings are 30 years, and 31 more than ticks can say.
        var doublings = Math.Min(failures - FreeTries, 20);
        return TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << doublings, LongestWait.Ticks));
    }
}
