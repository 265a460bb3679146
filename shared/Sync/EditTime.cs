namespace FitServerless.Sync;

/// <summary>When an edit counts as made: the client's word, but never later than our own clock allows.</summary>
/// <param name="IsOurs">The client gave no time.</param>
/// <param name="IsClamped">The client's time lay too far ahead, and ours was taken.</param>
public readonly record struct EditTime(DateTimeOffset At, bool IsOurs, bool IsClamped)
{
    /// <summary>An honest clock may run ahead this far; a wrong one would win every conflict until its time has come.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static EditTime Of(DateTimeOffset? updatedAt, DateTimeOffset now)
    {
        var ours = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        if (updatedAt is not { } theirs)
            return new EditTime(ours, IsOurs: true, IsClamped: false);
        return theirs > now + Tolerance ? new EditTime(ours, false, IsClamped: true) : new EditTime(theirs, false, false);
    }
}
