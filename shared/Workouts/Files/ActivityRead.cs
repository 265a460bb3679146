using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

/// <summary>What reading a file came to.</summary>
public abstract record ActivityRead
{
    private ActivityRead()
    {
    }

    /// <param name="Files">At least one. Chained FIT files, and TCX and GPX files with several activities or tracks, hold more.</param>
    public sealed record Activities(ActivityFormat Format, IReadOnlyList<ActivityFile> Files) : ActivityRead;

    /// <param name="Detail">A sentence for the person who sent the file.</param>
    public sealed record Refused(FileRefusal Reason, string Detail) : ActivityRead;

    internal static ActivityRead Of(ActivityFormat format, IReadOnlyList<ActivityBuilder> builders)
    {
        if (builders.Count > ActivityFileReader.MaxActivities)
            return new Refused(FileRefusal.TooLarge, $"More than {ActivityFileReader.MaxActivities} activities.");
        if (builders.Any(builder => builder.IsOverfull))
            return new Refused(FileRefusal.TooLarge, $"More than {MeasurementSeries.MaxRows} samples in one activity.");
        var files = builders.Select(builder => builder.Build()).OfType<ActivityFile>().ToArray();
        return files.Length > 0
            ? new Activities(format, files)
            : new Refused(FileRefusal.NoSamples, "There are no measurements with a time between 1970 and 2100.");
    }
}
