using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FitServerless.Sync;

/// <summary>
/// How far a device has got. While it reads the log for the first time, front to back, its place is an old one though it has missed nothing;
/// so the cursor then also tells when it began.
/// </summary>
/// <param name="FirstPullDay">Days since 1970 before which the first pull has not begun; 0 once it is complete.</param>
public readonly record struct SyncCursor(Sequence Position, int FirstPullDay = 0)
{
    /// <summary>A new device.</summary>
    public static readonly SyncCursor Start = new(Sequence.Start);

    private const int DayDigits = 5;

    /// <summary>
    /// A device that has never pulled but has heard of changes, which it may have taken in: it reads the log from its start, and needs the deletes.
    /// A day is taken off, as in <see cref="After"/>; what it heard first is not a day older than what it heard last, since every new stream begins
    /// with a pull.
    /// </summary>
    public static SyncCursor HeardOnly(Sequence told) =>
        new(Sequence.Start, Math.Max(1, DayOf(new DateTimeOffset(told.Ticks, TimeSpan.Zero)) - 1));

    /// <summary>Whatever was deleted before has either never reached the device or is still to come.</summary>
    public Sequence KnowsDeletesSince => FirstPullDay > 0 ? new Sequence(DateTime.UnixEpoch.AddDays(FirstPullDay).Ticks) : Position;

    public bool IsFirstPull => Position == Sequence.Start || FirstPullDay > 0;

    /// <summary>
    /// The cursor after a page; never <see cref="Start"/> again, since from now on the device has something to lose. A day is taken off the time of
    /// the beginning: another process may give out sequences by a clock that is behind.
    /// </summary>
    public SyncCursor After(LogPage page, DateTimeOffset now)
    {
        var position = page.CursorAfter(Position);
        return position == Sequence.Start || (page.HasMore && IsFirstPull)
            ? new SyncCursor(position, FirstPullDay > 0 ? FirstPullDay : DayOf(now) - 1)
            : new SyncCursor(position);
    }

    /// <summary>An ISO 8601 time, as clients of the edge design expect; the day of a first pull follows as further decimals.</summary>
    public override string ToString() => FirstPullDay == 0
        ? Position.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{Position.ToString()[..^1]}{FirstPullDay:D5}Z");

    public static bool TryParse([NotNullWhen(true)] string? text, out SyncCursor cursor)
    {
        var day = 0;
        // 2026-03-01T06:30:00.1234567 and five digits more.
        if (text is { Length: 33 } && text[19] == '.' && text[^1] == 'Z')
        {
            if (!int.TryParse(text.AsSpan(27, DayDigits), NumberStyles.None, CultureInfo.InvariantCulture, out day))
                day = 0;
            text = string.Concat(text.AsSpan(0, 27), "Z");
        }

        var isTime = Sequence.TryParse(text, out var position);
        cursor = new SyncCursor(position, day);
        return isTime;
    }

    private static int DayOf(DateTimeOffset now) => (int)(now - DateTimeOffset.UnixEpoch).TotalDays;
}
