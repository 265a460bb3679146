using System.Globalization;
using System.Text;
using System.Xml;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>
/// Walks through a document in one pass and little memory. Names are taken without their namespaces: half of the writers get those wrong.
/// </summary>
internal sealed class XmlNodes(XmlReader reader)
{
    /// <summary>Trackpoints are seven deep; the reader keeps all open elements.</summary>
    private const int MaxDepth = 64;

    public string Name => reader.LocalName;

    public int Depth => reader.Depth;

    public string? Attribute(string name) => reader.GetAttribute(name);

    public double NumberAttribute(string name) => ParseNumber(Attribute(name));

    public DateTimeOffset? TimeAttribute(string name) => ParseTime(Attribute(name) ?? "");

    public bool MoveToRoot()
    {
        while (Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    /// <summary>Goes to the next child of the element at a depth, over whatever of the last child has not been read.</summary>
    public bool NextChild(int depth)
    {
        if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true } && reader.Depth == depth)
            return false;
        while (Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
                return true;
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
                return false;
        }

        return false;
    }

    /// <summary>The element's own text.</summary>
    public string Text()
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        string? text = null;
        StringBuilder? more = null;
        while (Read() && reader.Depth > depth)
        {
            if (reader.Depth != depth + 1 || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
                continue;
            if (text is null)
                text = reader.Value;
            else
                (more ??= new StringBuilder(text)).Append(reader.Value);
        }

        return more?.ToString() ?? text ?? "";
    }

    /// <summary>The text, without blanks around it, at most so many characters; <c>null</c> when nothing is left.</summary>
    public string? Text(int max)
    {
        var text = Text().Trim();
        if (text.Length > max)
            text = text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
        return text.Length == 0 ? null : text;
    }

    /// <summary>NaN when it is none.</summary>
    public double Number() => ParseNumber(Text());

    /// <summary><c>null</c> for none, for 0 and below.</summary>
    public double? Positive() => Number() is > 0 and < double.PositiveInfinity and var value ? value : null;

    /// <summary>An <c>xs:dateTime</c>, in UTC unless it says otherwise; <c>null</c> when it is none.</summary>
    public DateTimeOffset? Time() => ParseTime(Text().Trim());

    private static double ParseNumber(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    /// <summary>The parser would make today's noon of "12:00".</summary>
    private static bool LooksLikeTime(string text) => text.Length is > 10 and < 64 && text[4] == '-' && text[10] == 'T';

    /// <summary>To the millisecond, as all our times are.</summary>
    public static DateTimeOffset? ParseTime(string text) => LooksLikeTime(text) && DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds())
            : null;

    private bool Read()
    {
        if (!reader.Read())
            return false;
        return reader.Depth <= MaxDepth ? true : throw new XmlException("Elements are nested too deeply.");
    }
}
