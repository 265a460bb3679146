namespace FitServerless.Sync;

/// <summary>A kind of document that devices sync.</summary>
/// <param name="MaxBytes">Of one document's JSON.</param>
/// <param name="ListBy">
/// The member whose time dates a document in lists; <see cref="EditTime"/> where it is missing or no time. <c>null</c>: it is in no list.
/// </param>
/// <param name="Tag">The member that lists can be filtered by.</param>
/// <param name="MergeFields">Edits of different members are put together; else the later edit stands as a whole.</param>
public sealed record DocumentKind(string Name, int MaxBytes, string? ListBy, string? Tag = null, bool MergeFields = true)
{
    /// <summary>256 KiB: five times that (log, document, list, and twice the history) is 1.7 MB in base64 and so within one batch.</summary>
    public const int LargestDocument = 256 * 1024;

    /// <summary>Lists show what was edited last first.</summary>
    public const string EditTime = "updatedAt";

    /// <summary>The stored JSON is the document itself, which its feature lays out; else it stands in an <see cref="Envelope"/>.</summary>
    public bool IsBare { get; init; }
}
