using System.Globalization;
using System.Text;

namespace FitServerless.Files;

/// <summary>
/// Names that files are given out under. We write nothing by them, but repeat them to clients that may, and in headers.
/// </summary>
internal static class FileNames
{
    /// <summary>Letters; as many as every file system takes, whatever they are.</summary>
    private const int MaxLength = 64;

    private const int MaxPathLength = 1024;

    /// <summary>What shells and file systems read something into.</summary>
    private const string Forbidden = "<>:\"|?*%";

    /// <summary>Windows opens these devices whatever the folder and the extension.</summary>
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>
    /// The last part of a name, with harmless letters, and an extension that its content may have: the first unless it has another.
    /// </summary>
    public static string Safe(string name, IReadOnlyList<string> extensions)
    {
        var extension = extensions.FirstOrDefault(one => name.EndsWith(one, StringComparison.OrdinalIgnoreCase)) ?? extensions[0];
        return Stem(name, [extension], "file") + extension;
    }

    /// <summary>The last part of a name without its endings, one after another; <paramref name="fallback"/> when nothing safe is left.</summary>
    public static string Stem(string name, IEnumerable<string> endings, string fallback)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = string.Concat(last.EnumerateRunes().Where(IsHarmless).Take(MaxLength));
        foreach (var ending in endings)
            stem = stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? stem[..^ending.Length] : stem;
        stem = stem.Trim(' ', '.');
        return IsSafe(stem) ? stem : fallback;
    }

    /// <summary>Not made to be written elsewhere than it looks. A path may have folders.</summary>
    public static bool IsSafe(string path) => path.Length is > 0 and <= MaxPathLength
        && path[0] != '/' && !path.Contains('\\') && !path.Contains(':') && !path.Any(char.IsControl)
        && Array.TrueForAll(path.Split('/'), IsSafeSegment);

    private static bool IsSafeSegment(string segment)
    {
        if (segment is "." or "..")
            return false;
        var stem = segment.Split('.')[0].TrimEnd(' ');
        return !Array.Exists(Devices, device => stem.StartsWith(device, StringComparison.OrdinalIgnoreCase)
            && (stem.Length == device.Length || (device is "COM" or "LPT" && stem.Length == 4 && char.IsAsciiDigit(stem[3]))));
    }

    private static bool IsHarmless(Rune rune) => rune != Rune.ReplacementChar
        && !(rune.IsAscii && Forbidden.Contains((char)rune.Value))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
