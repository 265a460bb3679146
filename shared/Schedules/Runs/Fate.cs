namespace FitServerless.Schedules.Runs;

internal enum Fate
{
    Served,
    Moved,

    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>The person has switched it off, or is suspended.</summary>
    Unwanted,
    SetAside,

    /// <summary>To be tried again; nothing of it was written.</summary>
    Left,
}
