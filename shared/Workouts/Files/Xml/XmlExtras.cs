using System.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>
/// What the points of a TCX or GPX file hold that a workout has no place for. As with FIT, the file is kept and an export takes it from there.
/// What stands outside of points (waypoints, routes, a file's own description) is in the kept file only.
/// </summary>
internal sealed class XmlExtras
{
    public static readonly XmlExtras None = new();

    private readonly Dictionary<long, XmlPointExtras> _points = [];

    public XmlPointExtras this[long time] => _points.GetValueOrDefault(time, XmlPointExtras.None);

    /// <param name="samples">Of the workout: points of other times are of other activities, and need not be kept.</param>
    public static XmlExtras Read(ReadOnlyMemory<byte> file, XmlPointNames names, MeasurementSeries samples)
    {
        if (file.IsEmpty || samples.Count == 0)
            return None;
        try
        {
            using var reader = XmlActivityReader.TryOpen(file);
            return reader is null ? None : Read(reader, names, samples);
        }
        catch (XmlException)
        {
            return None;
        }
    }

    private static XmlExtras Read(XmlReader reader, XmlPointNames names, MeasurementSeries samples)
    {
        var extras = new XmlExtras();
        var isMore = reader.Read();
        while (isMore)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != names.Point)
            {
                isMore = reader.Read();
                continue;
            }

            var (time, point) = new XmlPointExtrasReader(reader, names).Read();
            if (point != XmlPointExtras.None && time is { } at && at >= samples.Times[0] && at <= samples.Times[^1])
                extras._points.TryAdd(at, point);
            isMore = !reader.EOF;
        }

        return extras;
    }
}
