using System.Globalization;
using System.Text;
using FitServerless.Workouts.Files.Archives;

namespace FitServerless.Workouts.Files.Originals;

internal static class OriginalNames
{
    /// <summary>As much as every file system takes, whatever the letters.</summary>
    private const int MaxLength = 64;

    private const string Fallback = "activity";

    /// <summary>What shells and file systems read something into.</summary>
    private const string Forbidden = "<>:\"|?*%";

    /// <summary>The last part of a name, with harmless letters and the extension that its content has.</summary>
    public static string Safe(string name, string extension)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = string.Concat(last.EnumerateRunes().Where(IsHarmless).Take(MaxLength));
        foreach (var ending in (string[])[".gz", ".fit", ".tcx", ".gpx"])
            stem = stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? stem[..^ending.Length] : stem;
        stem = stem.Trim(' ', '.');
        return ArchiveNames.IsSafe(stem) ? stem + extension : Fallback + extension;
    }

    private static bool IsHarmless(Rune rune) => rune != Rune.ReplacementChar
        && !(rune.IsAscii && Forbidden.Contains((char)rune.Value))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
