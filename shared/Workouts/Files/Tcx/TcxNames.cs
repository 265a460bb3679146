namespace FitServerless.Workouts.Files.Tcx;

internal static class TcxNames
{
    public const string Database = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    public const string Extension = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
}
