using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FitServerless.Files;

namespace FitServerless.Backups;

/// <summary>Names one backup of a user: <c>daily/2026-11-21</c>. Both parts are safe in a path, a blob's name and a file's.</summary>
public sealed record BackupId
{
    public const string Daily = "daily";
    public const string Weekly = "weekly";

    /// <summary>Taken because the person asked.</summary>
    public const string Exports = "exports";

    /// <summary>Taken by the restore that was about to change the account.</summary>
    public const string BeforeRestore = "before-restore";

    /// <summary>What clients sent; the only kind that is not our own work.</summary>
    public const string Uploads = "uploads";

    public static readonly IReadOnlyList<string> Kinds = [Daily, Weekly, Exports, BeforeRestore, Uploads];

    private const int MaxName = 100;

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private BackupId(string kind, string name) => (Kind, Name) = (kind, name);

    public string Kind { get; }

    public string Name { get; }

    public static BackupId OfDay(DateOnly day) => new(Daily, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The ISO week that the day is in.</summary>
    public static BackupId OfWeek(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return new(Weekly, string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}"));
    }

    /// <summary>Names of one kind sort as their times.</summary>
    public static BackupId OfMoment(string kind, DateTimeOffset now) =>
        new(kind, now.UtcDateTime.ToString("yyyy-MM-ddTHHmmss.fffZ", CultureInfo.InvariantCulture));

    public static bool TryUpload(string? name, [NotNullWhen(true)] out BackupId? id) => TryCreate(Uploads, name, out id);

    public static bool TryParse(string? text, [NotNullWhen(true)] out BackupId? id)
    {
        id = null;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && Kinds.Contains(text![..slash]) && TryCreate(text[..slash], text[(slash + 1)..], out id);
    }

    public override string ToString() => $"{Kind}/{Name}";

    private static bool TryCreate(string kind, string? name, [NotNullWhen(true)] out BackupId? id)
    {
        var isSafe = name is { Length: > 0 and <= MaxName } && !name.AsSpan().ContainsAnyExcept(NameLetters)
            && name[0] is not ('.' or '-') && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal) && FileNames.IsSafe(name);
        id = isSafe ? new BackupId(kind, name!) : null;
        return isSafe;
    }
}
