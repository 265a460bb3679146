namespace FitServerless.Live;

/// <summary>All events of a feed behind <paramref name="after"/>, up to the last that was read. It is replaced as a whole, never changed.</summary>
internal sealed class LiveStretch<T>(long after, IReadOnlyList<T> events)
    where T : ILiveEvent
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long After => after;

    public long Last { get; } = events.Count > 0 ? events[^1].Cursor : after;

    /// <summary>Ends when a newer stretch is there.</summary>
    public Task Replaced => _replaced.Task;

    /// <summary>Only for a cursor that is not before <see cref="After"/>.</summary>
    public IReadOnlyList<T> Behind(long cursor) => cursor == after ? events : [.. events.Where(live => live.Cursor > cursor)];

    public void Replace() => _replaced.SetResult();
}
