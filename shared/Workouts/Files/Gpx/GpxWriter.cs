using System.Xml;
using FitServerless.Workouts.Files.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Gpx;

/// <summary>
/// Writes GPX 1.1 (https://www.topografix.com/GPX/1/1/) with Garmin's track point and power extensions. Only samples with a position: a
/// point without one is not valid.
/// </summary>
internal static class GpxWriter
{
    private const string Program = "FitServerless";

    public static byte[] Write(ActivityFile activity, XmlExtras extras) => XmlOutput.Write(writer =>
    {
        writer.WriteStartElement("gpx", GpxNames.Gpx);
        writer.WriteAttributeString("version", "1.1");
        writer.WriteAttributeString("creator", activity.Creator is { Length: > 0 } creator ? XmlOutput.Clean(creator) : Program);
        writer.WriteAttributeString("xmlns", "gpxtpx", null, GpxNames.TrackPoint);
        writer.WriteAttributeString("xmlns", "pwr", null, GpxNames.Power);
        writer.WriteStartElement("metadata", GpxNames.Gpx);
        writer.Time("time", GpxNames.Gpx, activity.StartedAt);
        writer.WriteEndElement();
        writer.WriteStartElement("trk", GpxNames.Gpx);
        WriteTrackMembers(writer, activity, extras.First(GpxNames.Track));
        WriteSegments(writer, activity, extras);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    /// <summary>In the schema's order; of what it has once, the first.</summary>
    private static void WriteTrackMembers(XmlWriter writer, ActivityFile activity, XmlPlaceExtras extra)
    {
        writer.Words("name", GpxNames.Gpx, activity.Title);
        writer.Elements(extra.All("cmt").Take(1));
        writer.Words("desc", GpxNames.Gpx, activity.Notes);
        writer.Elements(extra.All("src").Take(1));
        writer.Elements(extra.All("link"));
        writer.Elements(extra.All("number").Take(1));
        writer.Words("type", GpxNames.Gpx, activity.Sport);
        WriteOthers(writer, extra);
    }

    private static void WriteOthers(XmlWriter writer, XmlPlaceExtras extra)
    {
        if (extra.Extensions.Count == 0)
            return;
        writer.WriteStartElement("extensions", GpxNames.Gpx);
        writer.Elements(extra.Extensions);
        writer.WriteEndElement();
    }

    private static void WriteSegments(XmlWriter writer, ActivityFile activity, XmlExtras extras)
    {
        var breaks = new PauseBreaks(activity);
        var isOpen = false;
        var segment = XmlPlaceExtras.None;
        for (var row = 0; row < activity.Samples.Count; row++)
        {
            if (!activity.Samples.HasPosition(row))
                continue;
            var time = activity.Samples.Times[row];
            if (breaks.IsBefore(time) && isOpen)
            {
                EndSegment(writer, segment);
                isOpen = false;
            }

            if (!isOpen)
            {
                writer.WriteStartElement("trkseg", GpxNames.Gpx);
                segment = extras[GpxNames.Segment, time];
            }

            isOpen = true;
            WritePoint(writer, activity.Samples, row, extras[GpxNames.Point, time]);
        }

        if (isOpen)
            EndSegment(writer, segment);
    }

    private static void EndSegment(XmlWriter writer, XmlPlaceExtras extra)
    {
        WriteOthers(writer, extra);
        writer.WriteEndElement();
    }

    private static void WritePoint(XmlWriter writer, MeasurementSeries samples, int row, XmlPlaceExtras extra)
    {
        writer.WriteStartElement("trkpt", GpxNames.Gpx);
        writer.WriteAttributeString("lat", XmlOutput.Text(samples.Value(Channel.Latitude, row)));
        writer.WriteAttributeString("lon", XmlOutput.Text(XmlOutput.East(samples.Value(Channel.Longitude, row))));
        writer.Number("ele", GpxNames.Gpx, samples.Value(Channel.Altitude, row));
        writer.Time("time", GpxNames.Gpx, DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[row]));
        writer.Elements(extra.Members.Select(member => member.Xml));
        WriteExtensions(writer, samples, row, extra);
        writer.WriteEndElement();
    }

    private static void WriteExtensions(XmlWriter writer, MeasurementSeries samples, int row, XmlPlaceExtras extra)
    {
        var hasPower = !double.IsNaN(samples.Value(Channel.Power, row));
        var hasOthers = extra.Values.Count > 0 || HasAny(samples, row, Channel.Heartrate, Channel.Cadence, Channel.Speed, Channel.Temperature);
        if (!hasPower && !hasOthers && extra.Extensions.Count == 0)
            return;
        writer.WriteStartElement("extensions", GpxNames.Gpx);
        writer.Whole("PowerInWatts", GpxNames.Power, samples.Value(Channel.Power, row), 0, ushort.MaxValue);
        if (hasOthers)
            WriteTrackPoint(writer, samples, row, extra);
        writer.Elements(extra.Extensions);
        writer.WriteEndElement();
    }

    /// <summary>In the schema's order.</summary>
    private static void WriteTrackPoint(XmlWriter writer, MeasurementSeries samples, int row, XmlPlaceExtras extra)
    {
        writer.WriteStartElement("TrackPointExtension", GpxNames.TrackPoint);
        writer.Number("atemp", GpxNames.TrackPoint, samples.Value(Channel.Temperature, row));
        WriteValue("wtemp");
        WriteValue("depth");
        writer.Whole("hr", GpxNames.TrackPoint, samples.Value(Channel.Heartrate, row), 1, byte.MaxValue);
        writer.Whole("cad", GpxNames.TrackPoint, samples.Value(Channel.Cadence, row), 0, 254);
        writer.Number("speed", GpxNames.TrackPoint, samples.Value(Channel.Speed, row));
        WriteValue("course");
        WriteValue("bearing");
        writer.WriteEndElement();

        void WriteValue(string name) => writer.Number(name, GpxNames.TrackPoint, extra.Value(name));
    }

    private static bool HasAny(MeasurementSeries samples, int row, params ReadOnlySpan<Channel> channels)
    {
        foreach (var channel in channels)
        {
            if (!double.IsNaN(samples.Value(channel, row)))
                return true;
        }

        return false;
    }
}
