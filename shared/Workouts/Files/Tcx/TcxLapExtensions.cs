using System.Xml;
using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Tcx;

/// <summary>
/// Writes what a lap has in Garmin's activity extension (https://www8.garmin.com/xmlschemas/ActivityExtensionv2.xsd), in its order, and in those of
/// others.
/// </summary>
internal static class TcxLapExtensions
{
    public static void Write(XmlWriter writer, ActivityLap lap, XmlPlaceExtras extra, bool isRun)
    {
        var strides = isRun ? lap.AvgCadence : null;
        var isGarmins = extra.Values.Count > 0 || lap.AvgPower is not null || lap.MaxPower is not null || strides is not null;
        if (!isGarmins && extra.Extensions.Count == 0)
            return;
        writer.WriteStartElement("Extensions", TcxNames.Database);
        if (isGarmins)
            WriteGarmins(writer, lap, strides, extra);
        writer.Elements(extra.Extensions);
        writer.WriteEndElement();
    }

    private static void WriteGarmins(XmlWriter writer, ActivityLap lap, int? strides, XmlPlaceExtras extra)
    {
        writer.WriteStartElement("LX", TcxNames.Extension);
        writer.Number("AvgSpeed", TcxNames.Extension, extra.Value("AvgSpeed"));
        writer.Whole("MaxBikeCadence", TcxNames.Extension, extra.Value("MaxBikeCadence"), 0, TcxTrackWriter.MaxCadence);
        writer.Whole("AvgRunCadence", TcxNames.Extension, strides, 0, TcxTrackWriter.MaxCadence);
        writer.Whole("MaxRunCadence", TcxNames.Extension, extra.Value("MaxRunCadence"), 0, TcxTrackWriter.MaxCadence);
        writer.Whole("Steps", TcxNames.Extension, extra.Value("Steps"), 0, ushort.MaxValue);
        writer.Whole("AvgWatts", TcxNames.Extension, lap.AvgPower, 0, ushort.MaxValue);
        writer.Whole("MaxWatts", TcxNames.Extension, lap.MaxPower, 0, ushort.MaxValue);
        writer.WriteEndElement();
    }
}
