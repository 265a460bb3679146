using System.ComponentModel.DataAnnotations;

namespace FitServerless.Sync;

/// <summary>A collection that the operator adds.</summary>
public sealed class DocumentKindOptions
{
    /// <summary>Of one document's JSON.</summary>
    [Range(1, DocumentKind.LargestDocument)]
    public int MaxBytes { get; set; } = 64 * 1024;

    /// <summary>The member whose time dates a document in lists; without one it is the time of the last edit.</summary>
    [StringLength(100)]
    public string? ListBy { get; set; }

    /// <summary>The member that lists can be filtered by.</summary>
    [StringLength(100)]
    public string? Tag { get; set; }

    /// <summary>Whether edits of different members are put together; else the later edit stands as a whole.</summary>
    public bool MergeFields { get; set; } = true;
}
