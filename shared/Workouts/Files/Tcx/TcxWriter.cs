using System.Xml;
using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Tcx;

/// <summary>
/// Writes Garmin's Training Center XML (https://www8.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd). The order of elements is the
/// schema's.
/// </summary>
internal sealed class TcxWriter
{
    private readonly XmlWriter _writer;
    private readonly ActivityFile _activity;
    private readonly XmlExtras _extras;
    private readonly TcxTrackWriter _tracks;

    private TcxWriter(XmlWriter writer, ActivityFile activity, XmlExtras extras)
    {
        (_writer, _activity, _extras) = (writer, activity, extras);
        _tracks = new TcxTrackWriter(writer, activity, extras);
    }

    private bool IsRun => _activity.Sport == Sports.Running;

    public static byte[] Write(ActivityFile activity, XmlExtras extras) => XmlOutput.Write(writer => new TcxWriter(writer, activity, extras).Write());

    private void Write()
    {
        _writer.WriteStartElement("TrainingCenterDatabase", TcxNames.Database);
        // The prefix of Garmin's own writers: some readers know it by that alone.
        _writer.WriteAttributeString("xmlns", "ns3", null, TcxNames.Extension);
        _writer.WriteAttributeString("xmlns", "xsi", null, TcxNames.Instance);
        _writer.WriteStartElement("Activities", TcxNames.Database);
        _writer.WriteStartElement("Activity", TcxNames.Database);
        _writer.WriteAttributeString("Sport", Sports.ToTcx(_activity.Sport));
        _writer.Time("Id", TcxNames.Database, _activity.StartedAt);
        var laps = WholeLap.LapsOf(_activity).OrderBy(lap => lap.StartedAt).ToArray();
        for (var i = 0; i < laps.Length; i++)
            WriteLap(laps[i], i + 1 < laps.Length ? laps[i + 1].StartedAt : null);
        _writer.Words("Notes", TcxNames.Database, _activity.Notes ?? _activity.Title);
        WriteCreator();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private void WriteLap(ActivityLap lap, DateTimeOffset? end)
    {
        var extra = _extras[TcxNames.Lap, lap.StartedAt.ToUnixTimeMilliseconds()];
        _writer.WriteStartElement("Lap", TcxNames.Database);
        _writer.WriteAttributeString("StartTime", XmlOutput.Text(lap.StartedAt));
        _writer.Number("TotalTimeSeconds", TcxNames.Database, lap.Seconds);
        _writer.Number("DistanceMeters", TcxNames.Database, lap.Distance ?? 0);
        _writer.Number("MaximumSpeed", TcxNames.Database, lap.MaxSpeed);
        _writer.Whole("Calories", TcxNames.Database, Math.Clamp(lap.Calories ?? 0, 0, ushort.MaxValue), 0, ushort.MaxValue);
        WriteHeartrate("AverageHeartRateBpm", lap.AvgHeartrate);
        WriteHeartrate("MaximumHeartRateBpm", lap.MaxHeartrate);
        WriteMember("Intensity", extra, "Active");
        if (!IsRun)
            _writer.Whole("Cadence", TcxNames.Database, lap.AvgCadence, 0, TcxTrackWriter.MaxCadence);
        WriteMember("TriggerMethod", extra, "Manual");
        _tracks.WriteUntil(end);
        _writer.Elements(extra.All("Notes").Take(1));
        TcxLapExtensions.Write(_writer, lap, extra, IsRun);
        _writer.WriteEndElement();
    }

    private void WriteHeartrate(string name, int? value)
    {
        if (value is not (>= 1 and <= byte.MaxValue))
            return;
        _writer.WriteStartElement(name, TcxNames.Database);
        _writer.Whole("Value", TcxNames.Database, value, 1, byte.MaxValue);
        _writer.WriteEndElement();
    }

    /// <summary>What the file had, or else what the schema asks for.</summary>
    private void WriteMember(string name, XmlPlaceExtras extra, string otherwise)
    {
        if (extra.All(name).FirstOrDefault() is { } element)
            _writer.Elements([element]);
        else
            _writer.WriteElementString(name, TcxNames.Database, otherwise);
    }

    /// <summary>A device has numbers, which we do not know and the schema asks for.</summary>
    private void WriteCreator()
    {
        if (string.IsNullOrEmpty(_activity.Creator))
            return;
        _writer.WriteStartElement("Creator", TcxNames.Database);
        _writer.WriteAttributeString("type", TcxNames.Instance, "Device_t");
        _writer.Words("Name", TcxNames.Database, _activity.Creator);
        _writer.WriteElementString("UnitId", TcxNames.Database, "0");
        _writer.WriteElementString("ProductID", TcxNames.Database, "0");
        _writer.WriteStartElement("Version", TcxNames.Database);
        _writer.WriteElementString("VersionMajor", TcxNames.Database, "0");
        _writer.WriteElementString("VersionMinor", TcxNames.Database, "0");
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }
}
