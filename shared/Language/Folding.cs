using System.Collections.Frozen;
using System.Text;

namespace FitServerless.Language;

/// <summary>
/// Takes letters' accents and case away. By a table of the Latin letters of Europe: the app runs without ICU (<c>InvariantGlobalization</c>), where
/// <see cref="string.Normalize()"/> leaves everything but ASCII as it is.
/// </summary>
internal static class Folding
{
    private static readonly FrozenDictionary<char, string> Plain = new (string Plain, string Letters)[]
    {
        ("a", "àáâãäåāăą"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęě"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľł"),
        ("n", "ñńņň"),
        ("o", "òóôõöōŏőø"),
        ("r", "ŕŗř"),
        ("s", "śŝşšſ"),
        ("t", "ţťŧ"),
        ("u", "ùúûüũūŭůűų"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "źżž"),
        ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("", "'’"),
    }
        .SelectMany(row => row.Letters.Select(letter => (Letter: letter, row.Plain)))
        .ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var lower = char.ToLowerInvariant(letter);
            if (char.IsAsciiLetterOrDigit(lower) || !(Plain.TryGetValue(lower, out var plain) || IsCombining(lower)))
                folded.Append(lower);
            else
                folded.Append(plain);
        }

        return folded.ToString();
    }

    /// <summary>Accents that stand after their letter, as some systems write them.</summary>
    private static bool IsCombining(char letter) => letter is >= '\u0300' and <= '\u036f';
}
