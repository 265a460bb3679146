using FitServerless.Language;

namespace FitServerless.Coach;

/// <summary>What people may mention in passing that no rule of thumb should answer.</summary>
internal static class CareWords
{
    /// <summary>Beginnings of folded words, English and German.</summary>
    private static readonly string[] Pregnancy =
        ["pregnan", "breastfe", "lactating", "postpartum", "schwanger", "stillend", "stillzeit", "trimester"];

    private static readonly string[] EatingDisorders = ["anorex", "bulimi", "magersucht", "essstorung", "bingeeat", "purging"];

    private static readonly string[] Heart =
        ["angina", "herzinfarkt", "brustschmerz", "herzschwache", "ohnmacht", "fainting", "blackouts", "stroke", "schlaganfall"];

    private static readonly string[] HeartPhrases =
        ["chest pain", "heart attack", "heart condition", "heart failure", "heart disease", "short of breath", "pain in my chest"];

    public static bool MentionPregnancy(string? text) => Mention(text, Pregnancy, ["breast feeding", "expecting a baby"]);

    public static bool MentionEatingDisorder(string? text) => Mention(text, EatingDisorders, ["eating disorder", "binge eating"]);

    public static bool MentionHeart(string? text) => Mention(text, Heart, HeartPhrases);

    private static bool Mention(string? text, string[] starts, string[] phrases)
    {
        if (text is null)
            return false;
        var words = Words.Of(text);
        var folded = string.Join(' ', words);
        return words.Exists(word => Array.Exists(starts, start => word.StartsWith(start, StringComparison.Ordinal)))
            || Array.Exists(phrases, phrase => folded.Contains(phrase, StringComparison.Ordinal));
    }
}
