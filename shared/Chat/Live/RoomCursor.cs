using System.Globalization;

namespace FitServerless.Chat.Live;

/// <summary>
/// Up to where a listener has heard: as an event's id the last message's sequence, and, once they have heard a signal, a dot and its number.
/// </summary>
public readonly record struct RoomCursor(long Sequence, long Signal = 0)
{
    public static bool TryParse(string text, out RoomCursor cursor)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var signal = 0L;
        var isCursor = Number(dot < 0 ? text : text.AsSpan(0, dot), out var sequence) && (dot < 0 || Number(text.AsSpan(dot + 1), out signal));
        cursor = new RoomCursor(sequence, signal);
        return isCursor;
    }

    /// <summary>What no room has given out yet is no place to go on from.</summary>
    public RoomCursor Within(Room room) => new(Math.Min(Sequence, room.LastSequence), Math.Min(Signal, room.LastSignal));

    public override string ToString() => Signal == 0
        ? Sequence.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{Signal}");

    private static bool Number(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
