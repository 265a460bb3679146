using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files.Tcx;

internal static class TcxNames
{
    public const string Database = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    public const string Extension = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private const string Extensions = "Extensions";

    public static readonly XmlPlace Point = new("Trackpoint", Database)
    {
        Time = "Time",
        Members = new HashSet<string> { "SensorState" },
        Extensions = Extensions,
        Known = TcxReader.Channels,
        Garmin = "TPX",
    };

    public static readonly XmlPlace Track = new("Track", Database) { Extensions = Extensions, Child = Point };

    public static readonly XmlPlace Lap = new("Lap", Database)
    {
        TimeAttribute = "StartTime",
        Members = new HashSet<string> { "Intensity", "TriggerMethod", "Notes" },
        Extensions = Extensions,
        Known = new HashSet<string> { "AvgRunCadence", "AvgWatts", "MaxWatts" },
        Garmin = "LX",
        Values = new HashSet<string> { "AvgSpeed", "MaxBikeCadence", "MaxRunCadence", "Steps" },
        Child = Track,
    };
}
