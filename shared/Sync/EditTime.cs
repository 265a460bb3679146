namespace FitServerless.Sync;

/// <summary>When an edit counts as made: the client's word, but never later than our own clock allows.</summary>
/// <param name="IsOurs">Taken from our clock, and so another one when the same edit comes again.</param>
/// <param name="IsClamped">Ours, because the client's lay too far ahead.</param>
public readonly record struct EditTime(DateTimeOffset At, bool IsOurs, bool IsClamped)
{
    /// <summary>An honest clock may run ahead this far; a wrong one would win every conflict until its time has come.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static EditTime Of(DateTimeOffset? updatedAt, DateTimeOffset now)
    {
        var ours = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        if (updatedAt is not { } theirs)
            return new EditTime(ours, IsOurs: true, IsClamped: false);
        return theirs > now + Tolerance ? new EditTime(ours, IsOurs: true, IsClamped: true) : new EditTime(theirs, false, false);
    }
}
