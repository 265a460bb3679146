using System.Globalization;

namespace FitServerless.Workouts.Measurements;

/// <summary>ISO 8601 UTC with milliseconds, for thousands of neighbouring times: a custom format string costs five times as much.</summary>
internal static class TimestampText
{
    public const int Length = 24;

    /// <param name="text"><see cref="Length"/> bytes.</param>
    public static void Format(long epochMilliseconds, Span<byte> text)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(epochMilliseconds).UtcDateTime;
        // "O" has a fast path of its own and seven decimals: 2025-01-01T06:00:00.0000000Z.
        Span<byte> full = stackalloc byte[28];
        time.TryFormat(full, out _, "O", CultureInfo.InvariantCulture);
        full[..23].CopyTo(text);
        text[23] = (byte)'Z';
    }
}
