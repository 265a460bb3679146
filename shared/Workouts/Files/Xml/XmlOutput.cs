using System.Globalization;
using System.Text;
using System.Xml;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>Writes the values of TCX and GPX.</summary>
internal static class XmlOutput
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " " };

    private static readonly XmlReaderSettings Fragment =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment };

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
            write(writer);
        return stream.ToArray();
    }

    /// <summary>No exponents, which <c>xs:decimal</c> does not have; no value, no element.</summary>
    public static void Number(this XmlWriter writer, string name, string ns, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            writer.WriteElementString(name, ns, Text(number));
    }

    /// <summary>A whole number within bounds, or no element.</summary>
    public static void Whole(this XmlWriter writer, string name, string ns, double? value, int min, int max)
    {
        if (value is { } number && Math.Round(number) is var whole && whole >= min && whole <= max)
            writer.WriteElementString(name, ns, ((int)whole).ToString(CultureInfo.InvariantCulture));
    }

    public static void Time(this XmlWriter writer, string name, string ns, DateTimeOffset time) =>
        writer.WriteElementString(name, ns, Text(time));

    /// <summary>Without the characters that XML has no way to write, such as most controls.</summary>
    public static void Words(this XmlWriter writer, string name, string ns, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            writer.WriteElementString(name, ns, Clean(text));
    }

    /// <summary>Elements as they were in another document.</summary>
    public static void Elements(this XmlWriter writer, IEnumerable<string> elements)
    {
        foreach (var element in elements)
        {
            using var reader = XmlReader.Create(new StringReader(element), Fragment);
            writer.WriteNode(reader, defattr: false);
        }
    }

    public static string Text(double number) => number.ToString("0.########", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The schemas know a longitude of -180° but none of 180°.</summary>
    public static double East(double longitude) => longitude >= 180 ? longitude - 360 : longitude;

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }
}
