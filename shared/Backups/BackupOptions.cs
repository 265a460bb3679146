using System.ComponentModel.DataAnnotations;

namespace FitServerless.Backups;

/// <summary>How many backups are kept, and how large they may be.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backups";

    [Range(1, 366)]
    public int DailyKept { get; set; } = 7;

    [Range(0, 520)]
    public int WeeklyKept { get; set; } = 8;

    /// <summary>Of the snapshots that a person asks for, and of those taken before a restore; the oldest go first.</summary>
    [Range(1, 100)]
    public int SnapshotsKept { get; set; } = 5;

    /// <summary>Of one upload. 1 GiB is read once more when its last part has come, about 20 s of the 230 s that a request may take.</summary>
    [Range(1, 64L << 30)]
    public long MaxUploadBytes { get; set; } = 1L << 30;

    /// <summary>Of all that a person has uploaded.</summary>
    [Range(1, 1L << 40)]
    public long MaxUploadedBytes { get; set; } = 10L << 30;

    /// <summary>Unpacked, of an archive that is to be restored.</summary>
    [Range(1, 1L << 40)]
    public long MaxUnpackedBytes { get; set; } = 8L << 30;

    /// <summary>How long the parts of an upload wait for the next one.</summary>
    [Range(1, 90)]
    public int PartsKeptDays { get; set; } = 7;
}
