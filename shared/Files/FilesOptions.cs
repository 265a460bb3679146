using System.ComponentModel.DataAnnotations;

namespace FitServerless.Files;

/// <summary>How much a person may keep here.</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>Of one file, in bytes: 10 MB unless set otherwise. The worker takes no body above 30,000,000 bytes.</summary>
    [Range(1, 28_000_000)]
    public int MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Of a picture that becomes an avatar, in bytes.</summary>
    [Range(1, 28_000_000)]
    public int MaxAvatarBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Files of one person. Below 1,000, so that one query reads the rows of all of them.</summary>
    [Range(1, 990)]
    public int MaxFiles { get; set; } = 500;

    /// <summary>Bytes of all files of one person.</summary>
    [Range(1, long.MaxValue)]
    public long MaxTotalBytes { get; set; } = 500L * 1024 * 1024;
}
