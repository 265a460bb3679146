namespace FitServerless.Workouts.Files;

public enum ActivityFormat
{
    Fit,
    Tcx,
    Gpx,
}
