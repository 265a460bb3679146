using Azure;

namespace FitServerless.Sync;

/// <summary>The end of a user's log: the last sequence given out, and the ETag under which the next batch must find it.</summary>
/// <param name="ETag"><c>null</c> while the user has no log.</param>
public sealed record Head(Sequence Last, ETag? ETag)
{
    public static readonly Head None = new(Sequence.Start, null);
}
