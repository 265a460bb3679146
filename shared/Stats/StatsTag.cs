using System.Globalization;
using FitServerless.Sync;

namespace FitServerless.Stats;

/// <summary>
/// What statistics were made of, and until when that holds: streaks and weeks change at midnight even if nothing is written. So a client
/// that has them costs a look at the head and no more. A forged one fools only who forged it.
/// </summary>
/// <param name="Until">The end of the person's day, in whole seconds.</param>
public readonly record struct StatsTag(Sequence Head, DateTimeOffset Until)
{
    /// <summary>Another one when the answer changes its form.</summary>
    private const string Form = "1";

    public static StatsTag? Parse(string? text)
    {
        if (text?.Split('-') is not [Form, var head, var until]
            || !long.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return null;
        return new StatsTag(new Sequence(ticks), DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}-{Head.Ticks}-{Until.ToUnixTimeSeconds()}");
}
