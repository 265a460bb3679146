using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Gpx;

internal static class GpxNames
{
    public const string Gpx = "http://www.topografix.com/GPX/1/1";
    public const string TrackPoint = "http://www.garmin.com/xmlschemas/TrackPointExtension/v2";
    public const string Power = "http://www.garmin.com/xmlschemas/PowerExtension/v1";

    public static readonly XmlPointNames Point = new(
        Gpx, "trkpt", "time", "extensions", GpxReader.Channels, "TrackPointExtension", new HashSet<string> { "wtemp", "depth", "course", "bearing" },
        new HashSet<string>
        {
            "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym", "type", "fix", "sat", "hdop", "vdop", "pdop", "ageofdgpsdata", "dgpsid",
        });
}
