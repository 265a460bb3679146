using Azure;

namespace FitServerless.Sync;

/// <summary>The end of a user's log: the last sequence given out, and the ETag under which the next batch must find it.</summary>
/// <param name="ETag"><c>null</c> while the user has no log.</param>
/// <param name="Horizon">The newest delete that is forgotten: a device that has not heard of it must start over.</param>
public sealed record Head(Sequence Last, ETag? ETag, Sequence Horizon)
{
    public static readonly Head None = new(Sequence.Start, null, Sequence.Start);
}
