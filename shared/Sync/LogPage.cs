namespace FitServerless.Sync;

/// <summary>A stretch of the log, oldest first.</summary>
/// <param name="Head">The log's end if the page reaches it, else <c>null</c>: there is more.</param>
public sealed record LogPage(IReadOnlyList<LogEntry> Entries, Head? Head)
{
    public bool HasMore => Head is null;

    /// <summary>Where the next pull goes on: a reader who continues here misses nothing.</summary>
    public Sequence CursorAfter(Sequence since) => Head?.Last ?? (Entries.Count > 0 ? Entries[^1].Sequence : since);
}
