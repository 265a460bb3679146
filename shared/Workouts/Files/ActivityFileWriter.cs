using FitServerless.Workouts.Files.Fit;
using FitServerless.Workouts.Files.Gpx;
using FitServerless.Workouts.Files.Tcx;

namespace FitServerless.Workouts.Files;

/// <summary>Writes FIT, TCX and GPX. What a format has no place for is left out.</summary>
public static class ActivityFileWriter
{
    /// <summary>A GPX file is made of positions; the others take anything.</summary>
    public static bool CanWrite(ActivityFile activity, ActivityFormat format) =>
        format != ActivityFormat.Gpx || activity.Samples.FirstPosition() >= 0;

    public static byte[] Write(ActivityFile activity, ActivityFormat format) => Write(activity, format, default);

    /// <param name="original">The FIT file it came from, if any: a FIT file takes over what a workout has no place for.</param>
    internal static byte[] Write(ActivityFile activity, ActivityFormat format, ReadOnlyMemory<byte> original) => format switch
    {
        ActivityFormat.Fit => FitActivityWriter.Write(activity, FitExtras.Read(original, activity.Samples)),
        ActivityFormat.Tcx => TcxWriter.Write(activity),
        _ => GpxWriter.Write(activity),
    };
}
