namespace FitServerless.Workouts.Files.Archives;

/// <summary>
/// Names that someone made to be written elsewhere than it looks. We write nothing by them, but repeat them to clients that may.
/// </summary>
internal static class ArchiveNames
{
    private const int MaxLength = 1024;

    /// <summary>Windows opens these devices whatever the folder and the extension.</summary>
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    public static bool IsSafe(string name) => name.Length is > 0 and <= MaxLength
        && name[0] != '/' && !name.Contains('\\') && !name.Contains(':') && !name.Any(char.IsControl)
        && Array.TrueForAll(name.Split('/'), IsSafeSegment);

    /// <summary>What macOS and others add for themselves.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1].StartsWith('.');

    private static bool IsSafeSegment(string segment)
    {
        if (segment is "." or "..")
            return false;
        var stem = segment.Split('.')[0].TrimEnd(' ');
        return !Array.Exists(Devices, device => stem.StartsWith(device, StringComparison.OrdinalIgnoreCase)
            && (stem.Length == device.Length || (device is "COM" or "LPT" && stem.Length == 4 && char.IsAsciiDigit(stem[3]))));
    }
}
