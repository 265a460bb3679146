using System.Globalization;

namespace FitServerless.Coach.Conversations;

/// <summary>
/// What a conversation was about before the turns that are kept: the beginnings of what the user said, day by day, latest last. Extracted and
/// not written by a model, so that it costs nothing, cannot fail, and holds nothing that nobody said.
/// </summary>
internal static class RunningSummary
{
    public const int MaxLength = 2_000;

    private const int MaxEach = 160;

    public static string Extend(string summary, IEnumerable<Turn> dropped)
    {
        var lines = summary.Split('\n', StringSplitOptions.RemoveEmptyEntries).Concat(dropped.Select(Line)).ToList();
        while (lines.Sum(line => line.Length + 1) > MaxLength)
            lines.RemoveAt(0);
        return string.Join('\n', lines);
    }

    private static string Line(Turn turn)
    {
        var words = string.Join(' ', turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Create(CultureInfo.InvariantCulture, $"{turn.At:yyyy-MM-dd}: {Shorten(words)}");
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MaxEach)
            return text;
        // Not through the middle of a surrogate pair.
        var length = char.IsHighSurrogate(text[MaxEach - 1]) ? MaxEach - 1 : MaxEach;
        return text[..length] + "…";
    }
}
