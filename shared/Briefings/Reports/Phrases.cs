using System.Globalization;
using FitServerless.Briefings.Log;
using FitServerless.Research;
using FitServerless.Stats;

namespace FitServerless.Briefings.Reports;

/// <summary>Figures in words.</summary>
internal sealed class Phrases(bool isImperial)
{
    private const double MetresPerMile = 1609.344;
    private const int LongestQuote = 40;

    public static string Minutes(long minutes) => minutes < 60 ? $"{minutes} min" : Text($"{minutes / 60} h {minutes % 60:D2} min");

    public static string Seconds(long seconds) => Minutes((long)Math.Round(seconds / 60.0));

    public static string Signed(double value) => Text($"{value:+0.#;-0.#;±0}");

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : Text($"{count} {noun}s");

    public static string Day(DateOnly day) => day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    public static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The person's own words, shortened, and without what could end the quote or be markup.</summary>
    public static string Plain(string words)
    {
        var spaced = new string([.. words.Select(c => char.IsLetterOrDigit(c) || c is '-' or ',' or '\'' ? c : ' ')]);
        var plain = string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= LongestQuote ? plain : $"{plain[..LongestQuote].TrimEnd()}…";
    }

    /// <summary>How the app was used, in one sentence.</summary>
    public static string AppUse(AppUseFacts use, string period)
    {
        var before = use.DaysBefore > 0 ? $"on {Count(use.DaysBefore, "day")}" : "not at all";
        return use.Days == 0
            ? $"You did not use the app last {period}; in the {period} before, {before}."
            : $"You used the app on {Count(use.Days, "day")}, most for “{Plain(use.Most[0].Type)}” ({Count(use.Most[0].Count, "time")}); "
                + $"in the {period} before, {before}.";
    }

    public static string Reading(Study study) => Text($"New in research: “{study.Title}” ({study.Journal}, {study.PublishedOn.Year}), {study.Url}");

    public string Distance(double metres) =>
        isImperial ? Text($"{metres / MetresPerMile:0.#} mi") : Text($"{metres / 1000:0.#} km");

    /// <summary>“Long ride”, 90 min at 07:30.</summary>
    public static string Session(PlannedSession session)
    {
        var title = Plain(session.Title) is { Length: > 0 } words ? $"“{words}”" : "a session";
        var minutes = session.Minutes is { } length ? $", {Minutes(length)}" : "";
        return session.At is { } at ? Text($"{title}{minutes}, at {at:HH\\:mm}") : title + minutes;
    }

    /// <summary>3 workouts, 2 h 10 min, 61 km, load 180.</summary>
    public string Totals(Totals totals)
    {
        var parts = new List<string> { Count(totals.Count, "workout"), Seconds(totals.Seconds) };
        if (totals.Distance >= 100)
            parts.Add(Distance(totals.Distance));
        if (totals.Load >= 0.5)
            parts.Add(Text($"load {totals.Load:0}"));
        return string.Join(", ", parts);
    }
}
