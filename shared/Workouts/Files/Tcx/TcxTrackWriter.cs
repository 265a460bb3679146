using System.Xml;
using FitServerless.Workouts.Files.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Tcx;

/// <summary>Writes the samples lap by lap, in a new track after each pause.</summary>
internal sealed class TcxTrackWriter(XmlWriter writer, ActivityFile activity, XmlExtras extras)
{
    /// <summary><c>CadenceValue_t</c>.</summary>
    public const int MaxCadence = 254;

    private readonly PauseBreaks _breaks = new(activity);
    private int _row;

    /// <param name="end">Where the next lap starts; <c>null</c> for all that is left.</param>
    public void WriteUntil(DateTimeOffset? end)
    {
        var samples = activity.Samples;
        var last = end?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        var isOpen = false;
        for (; _row < samples.Count && samples.Times[_row] < last; _row++)
        {
            if (_breaks.IsBefore(samples.Times[_row]) && isOpen)
            {
                writer.WriteEndElement();
                isOpen = false;
            }

            if (!isOpen)
                writer.WriteStartElement("Track", TcxNames.Database);
            isOpen = true;
            WriteTrackpoint(_row);
        }

        if (isOpen)
            writer.WriteEndElement();
    }

    private void WriteTrackpoint(int row)
    {
        var samples = activity.Samples;
        writer.WriteStartElement("Trackpoint", TcxNames.Database);
        writer.Time("Time", TcxNames.Database, DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[row]));
        WritePosition(samples.Value(Channel.Latitude, row), samples.Value(Channel.Longitude, row));
        writer.Number("AltitudeMeters", TcxNames.Database, samples.Value(Channel.Altitude, row));
        writer.Number("DistanceMeters", TcxNames.Database, samples.Value(Channel.Distance, row));
        if (Math.Round(samples.Value(Channel.Heartrate, row)) is >= 1 and <= byte.MaxValue and var heartrate)
        {
            writer.WriteStartElement("HeartRateBpm", TcxNames.Database);
            writer.Whole("Value", TcxNames.Database, heartrate, 1, byte.MaxValue);
            writer.WriteEndElement();
        }

        if (activity.Sport != Sports.Running)
            writer.Whole("Cadence", TcxNames.Database, samples.Value(Channel.Cadence, row), 0, MaxCadence);
        var extra = extras[TcxNames.Point, samples.Times[row]];
        writer.Elements(extra.Members.Select(member => member.Xml));
        WriteExtensions(row, extra);
        writer.WriteEndElement();
    }

    private void WritePosition(double latitude, double longitude)
    {
        if (double.IsNaN(latitude) || double.IsNaN(longitude))
            return;
        writer.WriteStartElement("Position", TcxNames.Database);
        writer.Number("LatitudeDegrees", TcxNames.Database, latitude);
        writer.Number("LongitudeDegrees", TcxNames.Database, XmlOutput.East(longitude));
        writer.WriteEndElement();
    }

    private void WriteExtensions(int row, XmlPlaceExtras extra)
    {
        var samples = activity.Samples;
        var (speed, watts) = (samples.Value(Channel.Speed, row), samples.Value(Channel.Power, row));
        var strides = activity.Sport == Sports.Running ? samples.Value(Channel.Cadence, row) : double.NaN;
        var isEmpty = double.IsNaN(speed) && double.IsNaN(watts) && double.IsNaN(strides);
        if (isEmpty && extra.Extensions.Count == 0)
            return;
        writer.WriteStartElement("Extensions", TcxNames.Database);
        if (!isEmpty)
        {
            writer.WriteStartElement("TPX", TcxNames.Extension);
            writer.Number("Speed", TcxNames.Extension, speed);
            writer.Whole("RunCadence", TcxNames.Extension, strides, 0, MaxCadence);
            writer.Whole("Watts", TcxNames.Extension, watts, 0, ushort.MaxValue);
            writer.WriteEndElement();
        }

        writer.Elements(extra.Extensions);
        writer.WriteEndElement();
    }
}
