using System.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>
/// What the laps, tracks and points of a TCX or GPX file hold that a workout has no place for. As with FIT, the file is kept and an export takes
/// it from there, unless it is more than <see cref="XmlCopies"/> takes. What stands outside of them (waypoints, routes, a file's own
/// description) is in the kept file only.
/// </summary>
internal sealed class XmlExtras
{
    public static readonly XmlExtras None = new(MeasurementSeries.Empty);

    private readonly Dictionary<(XmlPlace Place, long Time), XmlPlaceExtras> _places = [];
    private readonly MeasurementSeries _samples;

    private XmlExtras(MeasurementSeries samples) => _samples = samples;

    public XmlPlaceExtras this[XmlPlace place, long time] => _places.GetValueOrDefault((place, time), XmlPlaceExtras.None);

    public XmlPlaceExtras First(XmlPlace place) =>
        _places.Where(one => one.Key.Place == place).OrderBy(one => one.Key.Time).Select(one => one.Value).FirstOrDefault(XmlPlaceExtras.None);

    /// <param name="root">The outermost of the format's places.</param>
    /// <param name="samples">Of the workout: what is of other times is of other activities, and need not be kept.</param>
    public static XmlExtras Read(ReadOnlyMemory<byte> file, XmlPlace root, MeasurementSeries samples)
    {
        if (file.IsEmpty || samples.Count == 0)
            return None;
        try
        {
            using var reader = XmlActivityReader.TryOpen(file);
            return reader is null ? None : Read(reader, root, new XmlExtras(samples));
        }
        catch (XmlException)
        {
            return None;
        }
    }

    private static XmlExtras Read(XmlReader reader, XmlPlace root, XmlExtras extras)
    {
        var copies = new XmlCopies(reader);
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == root.Name)
                new XmlPlaceReader(reader, copies, root, extras.Keep).Read();
            else
                reader.Read();
        }

        return extras;
    }

    private void Keep(XmlPlace place, long time, XmlPlaceExtras extras)
    {
        // A lap may begin before its first sample, and is told by its start alone.
        var isOurs = place.TimeAttribute is not null || (time >= _samples.Times[0] && time <= _samples.Times[^1]);
        if (isOurs)
            _places.TryAdd((place, time), extras);
    }
}
