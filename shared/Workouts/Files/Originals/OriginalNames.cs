using FitServerless.Files;

namespace FitServerless.Workouts.Files.Originals;

internal static class OriginalNames
{
    private static readonly string[] Endings = [".gz", ".fit", ".tcx", ".gpx"];

    /// <summary>The last part of a name, with harmless letters and the extension that its content has.</summary>
    public static string Safe(string name, string extension) => FileNames.Stem(name, Endings, "activity") + extension;
}
