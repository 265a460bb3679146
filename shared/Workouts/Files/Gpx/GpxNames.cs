namespace FitServerless.Workouts.Files.Gpx;

internal static class GpxNames
{
    public const string Gpx = "http://www.topografix.com/GPX/1/1";
    public const string TrackPoint = "http://www.garmin.com/xmlschemas/TrackPointExtension/v2";
    public const string Power = "http://www.garmin.com/xmlschemas/PowerExtension/v1";
}
