using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FitServerless.Sync;

/// <summary>
/// A place in one user's change log: a hybrid logical clock in ticks of 100 ns since year 1. It never goes back and is unique per user,
/// so it serves as the opaque cursor and, read as a time, as the edge design's <c>syncedAt</c> and <c>lastSyncAt</c>.
/// </summary>
public readonly record struct Sequence(long Ticks) : IComparable<Sequence>
{
    /// <summary>Before every change; written as 1970 because clients of the edge design start from there.</summary>
    public static readonly Sequence Start = new(DateTime.UnixEpoch.Ticks);

    /// <summary>The first free place after this one, no earlier than <paramref name="now"/>.</summary>
    public Sequence Next(DateTimeOffset now) => new(Math.Max(Ticks + 1, now.UtcTicks));

    public int CompareTo(Sequence other) => Ticks.CompareTo(other.Ticks);

    /// <summary>ISO 8601 UTC with seven decimals: all of the 100 ns, so that reading it back loses nothing.</summary>
    public override string ToString() => new DateTime(Ticks, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads an ISO 8601 time. Fewer decimals are an earlier place: changes may come again, none is skipped.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Sequence sequence)
    {
        sequence = Start;
        // Starts with a date: the framework reads "12:00" as well, as today's, and "May 2025".
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, ..] || !DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return false;
        sequence = new Sequence(Math.Max(time.UtcTicks, Start.Ticks));
        return true;
    }

    public static bool operator <(Sequence left, Sequence right) => left.Ticks < right.Ticks;

    public static bool operator >(Sequence left, Sequence right) => left.Ticks > right.Ticks;

    public static bool operator <=(Sequence left, Sequence right) => left.Ticks <= right.Ticks;

    public static bool operator >=(Sequence left, Sequence right) => left.Ticks >= right.Ticks;
}
