namespace FitServerless.Backups;

/// <summary>
/// What is known of an upload in parts beside its bytes: the backup that it becomes, and the digest that its sender told of the whole.
/// </summary>
internal static class PartMetadata
{
    private const string Target = "target";
    private const string Sha256 = "sha256";

    public static Dictionary<string, string> Of(BackupId target, byte[]? sha256)
    {
        var metadata = new Dictionary<string, string> { [Target] = target.ToString() };
        if (sha256 is not null)
            metadata[Sha256] = Convert.ToHexStringLower(sha256);
        return metadata;
    }

    /// <summary><c>null</c> when it is of no upload.</summary>
    public static (BackupId Target, byte[]? Sha256)? Read(IDictionary<string, string> metadata) =>
        !BackupId.TryParse(metadata[Target], out var target) ? null
        : (target, metadata.TryGetValue(Sha256, out var hex) ? Convert.FromHexString(hex) : null);
}
