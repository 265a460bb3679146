namespace FitServerless.Backups.Archives;

/// <summary>
/// The last file of an archive: what is in it. It holds neither a time nor the account, so that the same content is the same bytes, whoever
/// it belongs to.
/// </summary>
public sealed record ArchiveManifest(string Format, int Version, IReadOnlyList<ArchiveEntry> Entries)
{
    public const string Name = "manifest.json";

    public const string OurFormat = "fitserverless";

    public const int OurVersion = 1;

    /// <summary>About 150 bytes an entry.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    public bool IsSame(ArchiveManifest other) =>
        Format == other.Format && Version == other.Version && Entries.SequenceEqual(other.Entries);
}
