namespace FitServerless.Language;

/// <summary>Takes text apart into words that compare: lower case, no accents, and cut down to a stem.</summary>
public static class Words
{
    /// <summary>Folded words in their order: <c>"Brustübung (ohne Geräte)"</c> has <c>brustubung, ohne, gerate</c>.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var folded = Fold(text);
        for (int start = 0, at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && char.IsLetterOrDigit(folded[at]))
                continue;
            if (at > start)
                words.Add(folded[start..at]);
            start = at + 1;
        }

        return words;
    }

    public static List<string> StemsOf(string text) => [.. Of(text).Select(Stemmer.Stem)];

    /// <summary>Umlauts lose their dots as other letters lose their accents: people type both "Übung" and "Ubung".</summary>
    public static string Fold(string text) => Folding.Fold(text);
}
