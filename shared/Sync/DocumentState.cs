namespace FitServerless.Sync;

/// <summary>What the store remembers of a document besides its body.</summary>
public sealed record DocumentState
{
    /// <summary>Where the body stands in the log.</summary>
    public Sequence Sequence { get; init; }

    /// <summary>Counts the writes of this document, from 1; the HTTP ETag.</summary>
    public int Version { get; init; }

    /// <summary>The client's own time of its edit: what last-write-wins compares.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public bool Deleted { get; init; }

    /// <summary>The document's place in the list by date; <c>null</c> when it is in none.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>Digest of the content as the client sent it: tells a repeated change from a different one.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Rows of attached samples; the store counts them.</summary>
    public int SampleRows { get; init; }

    /// <summary>The version that wrote them: tells a reader that they belong to what it has read.</summary>
    public int SamplesVersion { get; init; }

    public DocumentPast Past { get; init; } = DocumentPast.None;

    /// <summary>The number of the next version, of the document or of a losing side.</summary>
    public int NextVersion => Math.Max(Version, Past.Versions) + 1;

    /// <summary>What the feature keeps for itself beside the state.</summary>
    public string? Note { get; init; }
}
