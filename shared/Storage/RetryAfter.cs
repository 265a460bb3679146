using System.Globalization;
using System.Net.Http.Headers;

namespace FitServerless.Storage;

/// <summary>How long a service wants to be left alone, as its headers say it.</summary>
internal static class RetryAfter
{
    /// <summary>Nobody who waits for us waits for longer; and it is a number of seconds, whatever the date.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary><c>Retry-After</c>: seconds, or a date (RFC 9110, 10.2.3).</summary>
    /// <returns>None for a date that has passed; <c>null</c> for what is neither.</returns>
    public static TimeSpan? Read(string? text, DateTimeOffset now) =>
        RetryConditionHeaderValue.TryParse(text, out var value) ? Clamp(value.Delta ?? (value.Date!.Value - now)) : null;

    /// <summary>The headers of Azure's own, of a like name.</summary>
    public static TimeSpan? ReadMilliseconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Clamp(TimeSpan.FromMilliseconds(number)) : null;

    private static TimeSpan Clamp(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
