using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Gpx;

internal static class GpxNames
{
    public const string Gpx = "http://www.topografix.com/GPX/1/1";
    public const string TrackPoint = "http://www.garmin.com/xmlschemas/TrackPointExtension/v2";
    public const string Power = "http://www.garmin.com/xmlschemas/PowerExtension/v1";

    private const string Extensions = "extensions";

    public static readonly XmlPlace Point = new("trkpt", Gpx)
    {
        Time = "time",
        Members = new HashSet<string>
        {
            "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym", "type", "fix", "sat", "hdop", "vdop", "pdop",
            "ageofdgpsdata", "dgpsid",
        },
        Extensions = Extensions,
        Known = GpxReader.Channels,
        Garmin = "TrackPointExtension",
        Values = new HashSet<string> { "wtemp", "depth", "course", "bearing" },
    };

    public static readonly XmlPlace Segment = new("trkseg", Gpx) { Extensions = Extensions, Child = Point };

    public static readonly XmlPlace Track = new("trk", Gpx)
    {
        Members = new HashSet<string> { "cmt", "src", "link", "number" },
        Extensions = Extensions,
        Child = Segment,
    };
}
