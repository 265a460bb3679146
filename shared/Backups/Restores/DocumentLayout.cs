using FitServerless.Backups.Archives;
using FitServerless.Sync;

namespace FitServerless.Backups.Restores;

/// <summary>Lays archived documents out for the store as they were, member for member, and says which cannot be.</summary>
internal sealed class DocumentLayout(DocumentKinds kinds)
{
    /// <summary>The server's own members come on top of what a client may send.</summary>
    private const int MaxBytes = DocumentKind.LargestDocument + (64 * 1024);

    /// <returns><c>null</c> for one that is fine.</returns>
    public string? Problem(ArchivedDocument document)
    {
        if (!kinds.TryFind(document.Key.Collection, out var kind))
            return "there is no such collection here.";
        if (!DocumentIds.IsValid(document.Key.Id))
            return "its id is not valid.";
        if (document.Data.Length > MaxBytes)
            return $"it has more than {MaxBytes} bytes.";
        if (kind.IsBare)
            return ArchivedWorkouts.Problem(document);
        return document is { Facts: null, Samples: null } && document.Data.Span is [(byte)'{', ..] ? null : "its data is no object.";
    }

    /// <param name="version">Its next one here.</param>
    /// <param name="at">When it counts as edited.</param>
    public DocumentWrite Lay(ArchivedDocument document, StoredDocument? replaced, int version, DateTimeOffset at, SeenMutation maker)
    {
        var kind = kinds[document.Key.Collection];
        var write = kind.IsBare
            ? ArchivedWorkouts.Lay(document, replaced, version, at)
            : FreePut.Lay(kind, document.Key, replaced, document.Data, version, at);
        var hash = kind.IsBare ? write.State.ContentHash : ContentDigest.Of(document.Data.Span);
        var past = (replaced?.State.Past ?? DocumentPast.None) with { Maker = maker };
        return write with { State = write.State with { ContentHash = hash, Past = past } };
    }

    /// <summary>What stands, as an archive would have it.</summary>
    public ArchivedDocument Archived(DocumentKey key, StoredDocument stored) => ArchivedDocument.Of(kinds[key.Collection], key, stored);
}
