namespace FitServerless.Coach.Conversations;

/// <summary>Finds the topic of a message by its words, English and German. The first that fits wins: pain before everything.</summary>
internal static class Topics
{
    /// <summary>Beginnings of words.</summary>
    private static readonly (Topic Topic, string[] Starts)[] Words =
    [
        (Topic.Pain, ["pain", "hurt", "injur", "ache", "sprain", "dizz", "swollen", "schmerz", "verletz", "weh", "schwindel", "geschwollen"]),
        (Topic.Tired, ["tired", "exhaust", "sore", "fatigue", "sleep", "rest", "müde", "erschöpf", "muskelkater", "schlaf", "pause"]),
        (Topic.Food,
            ["eat", "food", "meal", "protein", "calor", "diet", "hungry", "breakfast", "lunch", "dinner", "essen", "kalorien", "ernähr", "hunger"]),
        (Topic.Progress,
            ["progress", "improv", "better", "stronger", "faster", "stats", "plateau", "fortschritt", "verbesser", "stärker", "schneller"]),
        (Topic.Motivation, ["motivat", "lazy", "skip", "quit", "discourag", "excuse", "motiviert", "faul", "keine lust", "aufgeben"]),
        (Topic.WhatNext,
            ["what", "next", "today", "plan", "train", "workout", "should", "suggest", "was", "heute", "trainier", "nächst", "vorschlag"]),
    ];

    public static Topic Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart([.. "\"'(¿¡"]))
            .ToList();
        return Array.Find(Words, topic => words.Exists(word => Array.Exists(
            topic.Starts, start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)))).Topic;
    }
}
