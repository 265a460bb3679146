using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>One user's documents of any collection, read and changed online, and their older versions.</summary>
public sealed class DocumentService
{
    private readonly ISyncStore _store;
    private readonly DocumentWriter _writer;
    private readonly DocumentKinds _kinds;
    private readonly SyncEditPlanner _planner;
    private readonly TimeProvider _clock;

    internal DocumentService(ISyncStore store, DocumentWriter writer, DocumentKinds kinds, SyncEditPlanner planner, TimeProvider clock) =>
        (_store, _writer, _kinds, _planner, _clock) = (store, writer, kinds, planner, clock);

    /// <returns><c>null</c> for a collection without a list, and for one that is unknown.</returns>
    public async Task<DocumentPage?> ListAsync(string userId, ListQuery query, CancellationToken cancellationToken)
    {
        if (!_kinds.TryFind(query.Collection, out var kind) || kind.ListBy is null)
            return null;
        var page = await _store.ListAsync(userId, query, cancellationToken);
        return new DocumentPage([.. page.Items.Select(item => SyncedDocument.Read(kind, null, item))], page.NextCursor);
    }

    /// <returns><c>null</c> for what was never there or is deleted.</returns>
    public async Task<SyncedDocument?> FindAsync(string userId, DocumentKey key, CancellationToken cancellationToken) =>
        await FindStoredAsync(userId, key, cancellationToken) is { State.Deleted: false } stored ? Read(key, stored.Body) : null;

    /// <summary>All versions that are kept, the newest first, the current one among them.</summary>
    /// <returns><c>null</c> for a document that was never there.</returns>
    public async Task<IReadOnlyList<DocumentVersion>?> ReadHistoryAsync(string userId, DocumentKey key, CancellationToken cancellationToken)
    {
        if (await FindStoredAsync(userId, key, cancellationToken) is not { } stored)
            return null;
        var current = new DocumentVersion(Read(key, stored.Body), VersionFate.Current);
        var past = (await _store.ReadHistoryAsync(userId, key, cancellationToken)).Select(version => new DocumentVersion(
            Read(key, version.Body), version.Lost ? VersionFate.Lost : VersionFate.Overwritten));
        return [.. past.Append(current).OrderByDescending(version => version.Document.Version)];
    }

    /// <param name="ifVersion">The version the edit was made on (<c>If-Match</c>); another one is refused. Without one the edit stands.</param>
    public Task<ChangeResult> PutAsync(
        string userId, DocumentKey key, JsonElement data, int? ifVersion, CancellationToken cancellationToken) => WriteAsync(
        userId,
        new SyncEdit { Collection = key.Collection, Id = key.Id, Op = "put", Data = data, BaseVersion = ifVersion, IsStrict = ifVersion is not null },
        cancellationToken);

    public Task<ChangeResult> DeleteAsync(string userId, DocumentKey key, int? ifVersion, CancellationToken cancellationToken) => WriteAsync(
        userId,
        new SyncEdit { Collection = key.Collection, Id = key.Id, Op = "delete", BaseVersion = ifVersion, IsStrict = ifVersion is not null },
        cancellationToken);

    /// <summary>Makes an older version the newest; what stood goes to the history. Brings a deleted document back, too.</summary>
    public async Task<ChangeResult> RestoreAsync(string userId, DocumentKey key, int version, CancellationToken cancellationToken)
    {
        if (await FindStoredAsync(userId, key, cancellationToken) is not { } stored)
            return SyncProblems.NotFound();
        var history = await _store.ReadHistoryAsync(userId, key, cancellationToken);
        if (history.FirstOrDefault(past => past.Version == version && !past.Deleted) is not { } past)
        {
            return version == stored.State.Version && !stored.State.Deleted
                ? new ChangeResult(ChangeStatus.Duplicate, version)
                : SyncProblems.NotFound();
        }

        var edit = new SyncEdit
        {
            Collection = key.Collection,
            Id = key.Id,
            Op = "put",
            Data = JsonElement.Parse(Read(key, past.Body).Data.Span),
            BaseVersion = stored.State.Version,
            IsStrict = true,
        };
        return await WriteAsync(userId, edit, cancellationToken);
    }

    private async Task<ChangeResult> WriteAsync(string userId, SyncEdit edit, CancellationToken cancellationToken)
    {
        var planner = await _planner.ForAsync(userId, [(edit.Collection, edit.Data ?? default)], cancellationToken);
        var plan = planner.Plan("", new ParsedSyncEdit(edit, null), _clock.GetUtcNow()).Plan;
        return plan.Problem is { } problem
            ? ChangeResult.Rejected(problem)
            : await _writer.WriteAsync(userId, plan.Change!, cancellationToken);
    }

    private async Task<StoredDocument?> FindStoredAsync(string userId, DocumentKey key, CancellationToken cancellationToken) =>
        _kinds.TryFind(key.Collection, out _) && DocumentIds.IsValid(key.Id)
            ? await _store.FindAsync(userId, key, withSamples: false, cancellationToken)
            : null;

    private SyncedDocument Read(DocumentKey key, StoredJson body) => SyncedDocument.Read(_kinds[key.Collection], key.Id, body);
}
