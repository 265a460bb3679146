namespace FitServerless.Backups.Archives;

/// <param name="MaxBytes">Unpacked, all files together.</param>
/// <param name="MaxRatio">
/// Of unpacked to packed bytes, past the first 64 MiB: more than that is no account but a bomb. Our own archives are not held to it: an account
/// may be as monotonous as it likes.
/// </param>
internal sealed record ArchiveLimits(long MaxBytes, int MaxRatio, int MaxEntries)
{
    /// <summary>300 bytes each while they are checked, so 30 MB.</summary>
    public const int Entries = 100_000;

    public const int BombRatio = 100;

    public const long FreeBytes = 64 * 1024 * 1024;
}
