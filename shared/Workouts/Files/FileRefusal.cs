namespace FitServerless.Workouts.Files;

/// <summary>Why a file is not taken.</summary>
public enum FileRefusal
{
    /// <summary>None of FIT, TCX and GPX.</summary>
    UnknownFormat,

    /// <summary>It ends before it says that it ends.</summary>
    Truncated,

    BadChecksum,

    /// <summary>It breaks the rules of its format.</summary>
    Malformed,

    /// <summary>Settings, courses, workouts to do and the like.</summary>
    NotAnActivity,

    /// <summary>Nothing was measured, or nothing of it has a time.</summary>
    NoSamples,

    /// <summary>A link in an archive, or a name that leads out of its folder.</summary>
    UnsafeName,

    /// <summary>More than we keep of one workout, or more than it is worth reading.</summary>
    TooLarge,
}
