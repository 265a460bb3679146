namespace FitServerless.Workouts.Files.Archives;

internal static class ArchiveNames
{
    /// <summary>What macOS and others add for themselves.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1].StartsWith('.');
}
