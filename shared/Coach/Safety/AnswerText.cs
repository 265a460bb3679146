using System.Text.RegularExpressions;

namespace FitServerless.Coach.Safety;

/// <summary>What an answer may say in words.</summary>
public static partial class AnswerText
{
    public const int LongestName = 120;
    public const int LongestNote = 300;

    /// <summary>A coach's turn in a conversation.</summary>
    public const int LongestReply = 4_000;

    public static IEnumerable<GateFault> Check(string? text, string where, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new GateFault(GateRule.Text, where, "Is empty.");
            yield break;
        }

        if (text.Length > longest)
            yield return new GateFault(GateRule.Text, where, $"Is longer than {longest} characters.");
        if (text.Any(letter => char.IsControl(letter) && letter is not '\n') || !IsWellFormed(text))
            yield return new GateFault(GateRule.Text, where, "Has control characters.");
        if (Markup().IsMatch(text))
            yield return new GateFault(GateRule.Text, where, "Has markup, code or an address.");
        if (MedicalClaim().IsMatch(text))
            yield return new GateFault(GateRule.MedicalClaim, where, "Speaks of diagnoses, cures, medicines or doses.");
    }

    public static bool IsFine(string text, int longest) => !Check(text, "", longest).Any();

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);

    [GeneratedRegex(
        @"[<>`{}\\]|\]\s*\(|://|\bwww\.|\b(javascript|data|vbscript|mailto|file)\s*:|\b[a-z0-9-]+\.(com|net|org|io|de|ru|info|app|dev|xyz|co|uk|me|ly)\b|\S@\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    /// <summary>
    /// English and German. A coach may send somebody to a doctor, and may not be one. Words around a sickness are refused whatever is said of it:
    /// a refusal costs an answer of the rules, which is always there.
    /// </summary>
    [GeneratedRegex(
        @"\b(diagnos\w*|cur(e|es|ed|ing|able)|heal(s|ed|ing)?|remed(y|ies)|prescri(be|bes|bed|bing|ption|ptions)|medicat\w*|medicin\w*|dos(e|es|age|ages|ing)|drugs?|pills?|tablets?"
        + @"|treat(s|ed|ing|ment|ments)?\s+(your|the|a|an|of|for|any|all|this|that)?\s*\w+|therap(y|ies|eutic)|antibiotic\w*|insulin|steroids?|ibuprofen|aspirin|paracetamol|metformin|statins?|semaglutide|ozempic|clenbuterol|testosterone|ephedrine"
        + @"|\d+\s*(mg|mcg|µg|iu|milligrams?|milligramm)|disease\w*|cancer|diabet\w*|heilt|heilen|heilung|geheilt|behandel\w*|behandl\w*|dosis|dosier\w*|medikament\w*|arznei\w*|verschreib\w*|rezeptpflichtig\w*|krankheit\w*|therapie\w*|krebs)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MedicalClaim();
}
