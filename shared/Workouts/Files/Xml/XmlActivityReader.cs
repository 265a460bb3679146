using System.Xml;
using FitServerless.Workouts.Files.Gpx;
using FitServerless.Workouts.Files.Tcx;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>Reads TCX and GPX, without DTDs and so without entities, and within bounds of depth, names and length of a tag.</summary>
internal static class XmlActivityReader
{
    /// <summary>The root of a GPX file with the namespaces of many extensions has 2,000 bytes.</summary>
    private const int MaxTagBytes = 64 * 1024;

    private static readonly ActivityRead.Refused Malformed =
        new(FileRefusal.Malformed, "Not well-formed XML, or with a document type, which we do not read.");

    public static bool IsXml(ReadOnlySpan<byte> file) => file is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || file.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    public static ActivityRead Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var reader = TryOpen(file);
            return reader is null ? Malformed : Read(new XmlNodes(reader));
        }
        catch (XmlException)
        {
            return Malformed;
        }
    }

    /// <returns><c>null</c> where a tag is too long to be read.</returns>
    public static XmlReader? TryOpen(ReadOnlyMemory<byte> file)
    {
        if (HasLongTag(file.Span))
            return null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNameTable(),
            MaxCharactersInDocument = ActivityFileReader.MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        return XmlReader.Create(StreamOf(file), settings);
    }

    /// <summary>Some writers put a line break before the declaration, which XML forbids.</summary>
    private static MemoryStream StreamOf(ReadOnlyMemory<byte> file)
    {
        var text = file[(file.Length - file.Span.TrimStart(" \t\r\n"u8).Length)..];
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(text, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(text.ToArray());
    }

    private static ActivityRead Read(XmlNodes nodes)
    {
        if (!nodes.MoveToRoot())
            return Malformed;
        return nodes.Name switch
        {
            "TrainingCenterDatabase" => ActivityRead.Of(ActivityFormat.Tcx, TcxReader.Read(nodes)),
            "gpx" => ActivityRead.Of(ActivityFormat.Gpx, GpxReader.Read(nodes)),
            _ => new ActivityRead.Refused(FileRefusal.UnknownFormat, "XML, but neither TCX nor GPX."),
        };
    }

    /// <summary>Attributes are kept until their tag ends, and only then told apart: a tag of a million of them takes 200 MB.</summary>
    private static bool HasLongTag(ReadOnlySpan<byte> file)
    {
        while (file.IndexOf((byte)'<') is >= 0 and var start)
        {
            file = file[(start + 1)..];
            if (file is [(byte)'!' or (byte)'?', ..])
                continue;
            var length = file[..Math.Min(file.Length, MaxTagBytes)].IndexOf((byte)'>');
            if (length < 0)
                return file.Length >= MaxTagBytes;
            file = file[length..];
        }

        return false;
    }
}
