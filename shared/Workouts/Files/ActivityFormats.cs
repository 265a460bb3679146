namespace FitServerless.Workouts.Files;

/// <summary>What the formats are called elsewhere.</summary>
public static class ActivityFormats
{
    /// <summary>Garmin's own names; neither FIT nor TCX nor GPX is registered with IANA.</summary>
    public static string MediaType(this ActivityFormat format) => format switch
    {
        ActivityFormat.Fit => "application/vnd.ant.fit",
        ActivityFormat.Tcx => "application/vnd.garmin.tcx+xml",
        _ => "application/gpx+xml",
    };

    /// <summary>Of file names, with its dot.</summary>
    public static string Extension(this ActivityFormat format) => format switch
    {
        ActivityFormat.Fit => ".fit",
        ActivityFormat.Tcx => ".tcx",
        _ => ".gpx",
    };
}
