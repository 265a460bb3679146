using FitServerless.Workouts.Files.Fit;
using FitServerless.Workouts.Files.Xml;

namespace FitServerless.Workouts.Files;

/// <summary>Reads FIT, TCX and GPX, told apart by what is in them.</summary>
public static class ActivityFileReader
{
    /// <summary>32 MiB: 27 hours of TCX at one sample a second.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>In one file: chained FIT files, activities of a TCX, tracks of a GPX.</summary>
    public const int MaxActivities = 100;

    public static ActivityRead Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaxBytes)
            return new ActivityRead.Refused(FileRefusal.TooLarge, $"More than {MaxBytes} bytes.");
        if (FitHeader.IsFit(file.Span))
            return FitReader.Read(file.Span);
        return XmlActivityReader.IsXml(file.Span)
            ? XmlActivityReader.Read(file)
            : new ActivityRead.Refused(FileRefusal.UnknownFormat, "None of FIT, TCX and GPX.");
    }
}
