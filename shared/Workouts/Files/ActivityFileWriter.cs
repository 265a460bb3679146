using FitServerless.Workouts.Files.Fit;
using FitServerless.Workouts.Files.Gpx;
using FitServerless.Workouts.Files.Tcx;
using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files;

/// <summary>Writes FIT, TCX and GPX. What a format has no place for is left out.</summary>
public static class ActivityFileWriter
{
    /// <summary>A GPX file is made of positions; the others take anything.</summary>
    public static bool CanWrite(ActivityFile activity, ActivityFormat format) =>
        format != ActivityFormat.Gpx || activity.Samples.FirstPosition() >= 0;

    public static byte[] Write(ActivityFile activity, ActivityFormat format) => Write(activity, format, default);

    /// <param name="original">The file of the same format that it came from, if any: what a workout has no place for is taken over.</param>
    internal static byte[] Write(ActivityFile activity, ActivityFormat format, ReadOnlyMemory<byte> original) => format switch
    {
        ActivityFormat.Fit => FitActivityWriter.Write(activity, FitExtras.Read(original, activity.Samples)),
        ActivityFormat.Tcx => TcxWriter.Write(activity, XmlExtras.Read(original, TcxNames.Lap, activity.Samples)),
        _ => GpxWriter.Write(activity, XmlExtras.Read(original, GpxNames.Track, activity.Samples)),
    };
}
