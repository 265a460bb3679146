using System.Buffers;
using System.Text.Unicode;

namespace FitServerless.Files;

/// <summary>
/// Text in UTF-8, without controls but for tabs and line ends. What a browser would take for markup (HTML, SVG, XML) is no plain text: the rule
/// is wider than https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type and simpler.
/// </summary>
internal static class PlainText
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n' or '\r')).Select(c => (byte)c), 0x7F]);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static bool IsOne(ReadOnlySpan<byte> content) => !content.IsEmpty
        && !content.ContainsAny(Controls) && Utf8.IsValid(content) && !HasLateControls(content) && !IsMarkup(content);

    /// <summary>U+0080 to U+009F.</summary>
    private static bool HasLateControls(ReadOnlySpan<byte> content)
    {
        for (int at; (at = content.IndexOf((byte)0xC2)) >= 0; content = content[(at + 2)..])
        {
            if (content[at + 1] < 0xA0)
                return true;
        }

        return false;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> content)
    {
        var start = (content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content).TrimStart(" \t\r\n"u8);
        return start is [(byte)'<', var next, ..] && (char.IsAsciiLetter((char)next) || next is (byte)'!' or (byte)'?' or (byte)'/');
    }
}
