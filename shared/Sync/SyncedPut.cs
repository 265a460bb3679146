namespace FitServerless.Sync;

/// <summary>
/// A whole document as a device has it now. Made on the version that stands, it takes its place, whatever the device's clock says. Made on an
/// older one, it is merged member by member where its collection allows and the version it was made on is still known; else the later edit
/// wins. What loses goes to the history.
/// </summary>
internal abstract class SyncedPut(DocumentKey key, EditTime time, EditOrigin origin) : DocumentChange
{
    public override DocumentKey Key { get; } = key;

    public override bool ExpectedNew => origin.BaseVersion is null or 0;

    protected DateTimeOffset At => time.At;

    /// <summary>What the device decides, as JSON.</summary>
    protected abstract ReadOnlyMemory<byte> Content { get; }

    protected abstract bool MergesFields { get; }

    protected abstract int MaxBytes { get; }

    /// <summary>Of <see cref="Content"/>, as <see cref="DocumentState.ContentHash"/> will be.</summary>
    public string Hash => field ??= ContentDigest.Of(Content.Span);

    public override bool NeedsHistory(StoredDocument stored) => origin.BaseVersion != stored.State.Version;

    public override Decision Decide(StoredDocument? stored)
    {
        if (stored is null)
            return origin.BaseVersion > 0 ? new Decision.Keep(SyncProblems.Gone()) : Write(null, Content, At, ChangeStatus.Applied);
        if (Repeats.Find(
                stored,
                origin.Mutation,
                IsSame(stored.State.UpdatedAt, stored.State.ContentHash),
                past => At == past.UpdatedAt && Hash == past.ContentHash)
            is { } answer && !AddsTo(stored))
            return new Decision.Keep(answer);
        if (origin.Knows(stored.State))
            return Write(stored, Content, After(stored), ChangeStatus.Applied);
        if (origin.IsStrict)
            return new Decision.Keep(SyncProblems.Conflict(stored));
        if (stored.State.Deleted)
            return Wins(stored) ? Overwrite(stored) : Lose(stored);
        if (MergesFields && !Ciphertext.Is(Content) && Merge(stored) is { } merged)
            return merged;
        return Wins(stored) ? Overwrite(stored) : Lose(stored);
    }

    /// <summary>The mergeable part of a stored body.</summary>
    protected abstract ReadOnlyMemory<byte> ContentOf(StoredJson body);

    /// <summary>Lays the document's next version out, or refuses.</summary>
    protected abstract Decision Put(
        StoredDocument? stored, ReadOnlyMemory<byte> content, int version, DateTimeOffset at, ChangeResult result, bool tellsCurrent);

    /// <summary>The document's JSON.</summary>
    protected abstract PendingJson BodyOf(ReadOnlyMemory<byte> content, int version, DateTimeOffset at);

    /// <summary>Something rides along that the document does not have yet, and that no conflict takes away.</summary>
    protected virtual bool AddsTo(StoredDocument stored) => false;

    /// <returns>
    /// <c>null</c> where there is nothing to merge with: the version it was made on is forgotten, or ciphertext; or it would not fit.
    /// </returns>
    private Decision? Merge(StoredDocument stored)
    {
        var theirs = ContentOf(stored.Body);
        if (Basis(stored) is not { } basis || Ciphertext.Is(theirs) || Ciphertext.Is(ContentOf(basis.Body)))
            return null;
        var merge = FieldMerge.Of(ContentOf(basis.Body), Content, theirs, Wins(stored));
        if (merge.Content.Length > MaxBytes)
            return null;
        var at = At > stored.State.UpdatedAt ? At : stored.State.UpdatedAt;
        var lost = merge.MineLost ? stored.State.NextVersion : merge.TheirsLost ? stored.State.Version : 0;
        if (merge.Content.Span.SequenceEqual(theirs.Span) && !AddsTo(stored))
            return merge.MineLost ? Lose(stored) : Remember(stored, new ChangeResult(ChangeStatus.Merged, stored.State.Version) { At = at });
        return Write(stored, merge.Content, at, ChangeStatus.Merged, lost, keepsMine: merge.MineLost);
    }

    /// <summary>The other side's version goes to the history, as every version that is overwritten.</summary>
    private Decision Overwrite(StoredDocument stored) => Write(stored, Content, At, ChangeStatus.Applied, stored.State.Version);

    private Decision Lose(StoredDocument stored)
    {
        if (!stored.State.Deleted && AddsTo(stored))
        {
            return Write(
                stored, ContentOf(stored.Body), stored.State.UpdatedAt, ChangeStatus.Merged, stored.State.NextVersion, keepsMine: true);
        }

        var result = new ChangeResult(ChangeStatus.Stale, stored.State.Version) { LostVersion = stored.State.NextVersion, At = At };
        return Remember(stored, result, Lost(stored, result));
    }

    private Decision Write(
        StoredDocument? stored, ReadOnlyMemory<byte> content, DateTimeOffset at, ChangeStatus status, int lost = 0, bool keepsMine = false)
    {
        var version = (stored?.State.NextVersion ?? 1) + (keepsMine ? 1 : 0);
        var result = new ChangeResult(status, version) { LostVersion = lost, At = at };
        var decision = Put(stored, content, version, at, result, tellsCurrent: status == ChangeStatus.Merged);
        if (decision is not Decision.Write write)
            return decision;
        var seen = Seen(result);
        var state = write.Document.State;
        return write with
        {
            Document = write.Document with
            {
                Lost = keepsMine ? Lost(stored!, result) : null,
                State = state with { ContentHash = ContentDigest.Of(content.Span), Past = Past(stored, seen) with { Maker = seen } },
            },
        };
    }

    /// <summary>The document stays; only its row learns that this change was here.</summary>
    private Decision Remember(StoredDocument stored, ChangeResult result, LostSide? lost = null)
    {
        var told = result with { Current = stored.Body };
        if (lost is null && origin.Mutation is null)
            return new Decision.Keep(told);
        return new Decision.Write(
            new DocumentWrite
            {
                Key = Key,
                Replaces = stored,
                Moves = false,
                State = stored.State with { Past = Past(stored, Seen(result)) },
                Lost = lost,
            },
            told);
    }

    private LostSide Lost(StoredDocument stored, ChangeResult result) =>
        new(BodyOf(Content, stored.State.NextVersion, At), At, Hash, Seen(result));

    private SeenMutation? Seen(ChangeResult result) => origin.Mutation is { } mutation ? result.SeenAs(mutation) : null;

    private static DocumentPast Past(StoredDocument? stored, SeenMutation? seen)
    {
        var past = stored?.State.Past ?? DocumentPast.None;
        return seen is { } mutation ? past.With(mutation) : past;
    }

    private PastVersion? Basis(StoredDocument stored) =>
        stored.History.FirstOrDefault(past => past.Version == origin.BaseVersion && !past.Lost && !past.Deleted);

    /// <summary>The device knew what it replaced: that its clock is behind does not make the edit an earlier one.</summary>
    private DateTimeOffset After(StoredDocument stored) => At > stored.State.UpdatedAt ? At : stored.State.UpdatedAt.AddMilliseconds(1);

    private bool IsSame(DateTimeOffset at, string hash) => (time.IsOurs || At == at) && hash == Hash;

    private bool Wins(StoredDocument stored) => At > stored.State.UpdatedAt
        || (At == stored.State.UpdatedAt && !stored.State.Deleted && string.CompareOrdinal(Hash, stored.State.ContentHash) > 0);
}
