namespace FitServerless.Tests.Workouts.Files;

/// <summary>
/// Recordings of real devices, which are not ours to pass on. <c>FITSERVERLESS_FIXTURES</c> names a folder of them; without it the tests
/// have only the files in <c>Samples/</c>.
/// </summary>
internal static class Fixtures
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("FITSERVERLESS_FIXTURES") is { Length: > 0 } folder ? folder : null;

    public static IEnumerable<string> Activities() => Files().Where(file => !IsInvalid(file));

    public static IEnumerable<string> Broken() => Files().Where(IsInvalid);

    public static IEnumerable<string> Schemas() => Find("*.xsd");

    private static IEnumerable<string> Files() => [.. Find("*.fit"), .. Find("*.tcx"), .. Find("*.gpx")];

    private static bool IsInvalid(string file) => file.Contains($"{Path.DirectorySeparatorChar}invalid{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static IEnumerable<string> Find(string pattern) =>
        Folder is null ? [] : Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
