using System.Globalization;
using System.Xml;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>Reads the one place that the reader is at, with the places in it, and moves behind it.</summary>
/// <param name="keep">Takes what there is, and when it is: epoch milliseconds.</param>
internal sealed class XmlPlaceReader(XmlReader reader, XmlCopies copies, XmlPlace place, Action<XmlPlace, long, XmlPlaceExtras> keep)
{
    private readonly List<(string Name, string Xml)> _members = [];
    private readonly List<string> _extensions = [];
    private readonly Dictionary<string, double> _values = [];
    private long? _time;

    /// <returns>Its time.</returns>
    public long? Read()
    {
        _time = place.TimeAttribute is { } name ? ParseTime(reader.GetAttribute(name) ?? "") : null;
        Children(ReadMember);
        var extras = new XmlPlaceExtras { Members = _members, Extensions = _extensions, Values = _values };
        if (_time is { } time && !extras.IsEmpty)
            keep(place, time, extras);
        return _time;
    }

    private void ReadMember(string name)
    {
        if (name == place.Time)
            _time = ParseTime(reader.ReadElementContentAsString().Trim());
        else if (name == place.Extensions)
            Children(ReadExtension);
        else if (name == place.Child?.Name)
            ReadChild(place.Child);
        else if (place.Members.Contains(name) && reader.NamespaceURI == place.Format)
            _members.Add((name, copies.Take()));
        else
            reader.Skip();
    }

    private void ReadChild(XmlPlace child)
    {
        var time = new XmlPlaceReader(reader, copies, child, keep).Read();
        _time ??= time;
    }

    /// <summary>Extensions have no place for elements of the format's own namespace, though some writers put theirs there.</summary>
    private void ReadExtension(string name)
    {
        if (name == place.Garmin)
            Children(ReadValue);
        else if (place.Known.Contains(name) || reader.NamespaceURI == place.Format || reader.NamespaceURI.Length == 0)
            reader.Skip();
        else
            _extensions.Add(copies.Take());
    }

    private void ReadValue(string name)
    {
        if (!place.Values.Contains(name))
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

    private static long? ParseTime(string text) => XmlNodes.ParseTime(text)?.ToUnixTimeMilliseconds();
}
