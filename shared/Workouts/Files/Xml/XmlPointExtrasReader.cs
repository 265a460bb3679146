using System.Globalization;
using System.Xml;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>Reads the one point that the reader is at, and moves behind it.</summary>
internal sealed class XmlPointExtrasReader(XmlReader reader, XmlPointNames names)
{
    private readonly List<string> _members = [];
    private readonly List<string> _extensions = [];
    private readonly Dictionary<string, double> _values = [];
    private long? _time;

    /// <returns>The point's time in epoch milliseconds, and what there is.</returns>
    public (long? Time, XmlPointExtras Extras) Read()
    {
        Children(ReadMember);
        return (_time, _members.Count + _extensions.Count + _values.Count == 0
            ? XmlPointExtras.None
            : new XmlPointExtras { Members = _members, Extensions = _extensions, Values = _values });
    }

    private void ReadMember(string name)
    {
        if (name == names.Time)
            _time = XmlNodes.ParseTime(reader.ReadElementContentAsString().Trim())?.ToUnixTimeMilliseconds();
        else if (name == names.Extensions)
            Children(ReadExtension);
        else if (names.Members.Contains(name) && reader.NamespaceURI == names.Format)
            _members.Add(reader.ReadOuterXml());
        else
            reader.Skip();
    }

    /// <summary>Extensions have no place for elements of the format's own namespace, though some writers put theirs there.</summary>
    private void ReadExtension(string name)
    {
        if (name == names.Garmin)
            Children(ReadValue);
        else if (names.Known.Contains(name) || reader.NamespaceURI == names.Format || reader.NamespaceURI.Length == 0)
            reader.Skip();
        else
            _extensions.Add(reader.ReadOuterXml());
    }

    private void ReadValue(string name)
    {
        if (!names.Values.Contains(name))
            reader.Skip();
        else if (double.TryParse(reader.ReadElementContentAsString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            _values[name] = value;
    }

    /// <param name="read">Moves behind the child that it is given.</param>
    private void Children(Action<string> read)
    {
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        reader.Read();
        while (!isEmpty && !reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                read(reader.LocalName);
            else
                reader.Read();
        }

        if (!isEmpty)
            reader.Read();
    }
}
