namespace FitServerless.Live;

/// <summary>Where the events of one kind of feed are read.</summary>
public interface ILiveSource<T>
    where T : ILiveEvent
{
    /// <summary>
    /// The first events behind <paramref name="after"/> in order, as many as the source thinks fit; none when there are none yet. Must leave
    /// out none: once an event has been read, no event with a smaller cursor may appear.
    /// </summary>
    Task<IReadOnlyList<T>> ReadAsync(string key, long after, CancellationToken cancellationToken);
}
