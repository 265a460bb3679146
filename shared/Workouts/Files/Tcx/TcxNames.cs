using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Tcx;

internal static class TcxNames
{
    public const string Database = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    public const string Extension = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static readonly XmlPointNames Point = new(
        Database, "Trackpoint", "Time", "Extensions", TcxReader.Channels, "TPX", new HashSet<string>(), new HashSet<string> { "SensorState" });
}
