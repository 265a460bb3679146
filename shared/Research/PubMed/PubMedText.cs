using System.Net;
using System.Text.RegularExpressions;

namespace FitServerless.Research.PubMed;

/// <summary>PubMed's texts as plain ones: on one line, without markup and entities, and of a bounded length.</summary>
internal static partial class PubMedText
{
    private const int Longest = 500;

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\u00a0', '\u2009', '\u202f'];

    public static string Plain(string text)
    {
        var words = Tag().Replace(WebUtility.HtmlDecode(text), "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var plain = new string([.. string.Join(' ', words).Where(letter => !char.IsControl(letter))]).TrimEnd('.');
        return plain.Length <= Longest ? plain : $"{plain[..Longest].TrimEnd()}…";
    }

    /// <summary>
    /// Those that titles have: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-ArticleTitle.html . <c>p &lt; 0.05</c> is none.
    /// </summary>
    [GeneratedRegex("</?(?:i|b|u|em|strong|sup|sub)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
