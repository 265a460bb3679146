using System.ComponentModel.DataAnnotations;

namespace FitServerless.Downloads;

/// <summary>How long links to downloads are good.</summary>
public sealed class DownloadOptions
{
    public const string Section = "Downloads";

    [Range(1, 24 * 60)]
    public int LinkMinutes { get; set; } = 15;
}
