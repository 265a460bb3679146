using FitServerless.Sync;

namespace FitServerless.Adapters.Watermelon;

/// <summary>
/// A place in the log as the number that WatermelonDB keeps: 100 ns since 2020. Milliseconds would be too coarse: rounded down they would hand
/// out the last change again and take the client's next edit of it for a conflict, for ever; rounded up they would skip what another device
/// wrote in the same millisecond. JavaScript has whole numbers up to 2^53, which is in July 2048.
/// </summary>
public static class WatermelonTimestamp
{
    /// <summary>The log was empty; the client takes no number below it.</summary>
    public const long Empty = 1;

    private static readonly long Epoch = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static long Of(Sequence sequence) => Math.Max(sequence.Ticks - Epoch, Empty);

    /// <summary>Numbers that are not from here are an early place: the client gets more, or is told to start over, and misses nothing.</summary>
    public static SyncCursor Cursor(long timestamp) =>
        timestamp is > Empty and < 1L << 53 ? new SyncCursor(new Sequence(Epoch + timestamp)) : SyncCursor.Start;
}
