using FitServerless.Azurite;
using FitServerless.Workouts.Files;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>The files that <c>Samples/make-samples.mjs</c> made with other people's writers.</summary>
internal static class SampleFiles
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Folder, "tests", "FitServerless.Tests", "Workouts", "Files", "Samples");

    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Folder).Where(file => Path.GetExtension(file) is ".fit" or ".tcx" or ".gpx").Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static ActivityFile Read(string name) =>
        Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(Bytes(name))).Files);
}
