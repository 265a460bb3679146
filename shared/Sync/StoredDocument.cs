using Azure;

namespace FitServerless.Sync;

/// <param name="Samples">Where they were asked for; <c>null</c> for none.</param>
public sealed record StoredDocument(DocumentState State, StoredJson Body, byte[]? Samples = null)
{
    /// <summary>Of the document's row, which must still have it when the document is written.</summary>
    public ETag? ETag { get; init; }

    /// <summary>Older versions where they were asked for, the oldest first.</summary>
    public IReadOnlyList<PastVersion> History { get; init; } = [];
}
