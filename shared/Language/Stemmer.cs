namespace FitServerless.Language;

/// <summary>
/// Cuts English and German endings off folded words, one set of rules for both, since nobody says which language they write. A stem is not a
/// word; all that counts is that forms of a word come to the same one. Less than Snowball does for either language, whose rules would
/// damage the other's words.
/// </summary>
public static class Stemmer
{
    /// <summary>What remains is at least as long.</summary>
    private const int Shortest = 3;

    public static string Stem(string word)
    {
        var stem = CutPlural(word);
        foreach (var ending in (ReadOnlySpan<string>)["ungen", "ung", "ing", "ed", "en", "e"])
        {
            if (stem.Length >= Shortest + ending.Length && stem.EndsWith(ending, StringComparison.Ordinal))
                return Undouble(stem[..^ending.Length]);
        }

        return stem.Length > Shortest + 1 && (stem.EndsWith("eln", StringComparison.Ordinal) || stem.EndsWith("ern", StringComparison.Ordinal))
            ? stem[..^1]
            : stem;
    }

    private static string CutPlural(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => string.Concat(word.AsSpan(0, word.Length - 3), "y"),
        { Length: > 4 } when EndsWithAny(word, "sses", "shes", "ches", "xes", "toes") => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    /// <summary>"running" is a form of "run", but "pressing" is one of "press".</summary>
    private static string Undouble(string stem) =>
        stem.Length > Shortest && stem[^1] == stem[^2] && stem[^1] is 'n' or 'p' or 't' or 'b' or 'g' or 'm' ? stem[..^1] : stem;

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
