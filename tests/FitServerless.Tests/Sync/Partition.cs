using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Sync;

namespace FitServerless.Tests.Sync;

/// <summary>A user's documents, as a test reads and writes them.</summary>
internal sealed class Partition(ISyncStore store)
{
    public const string Collection = "workouts";

    public string UserId { get; init; } = Guid.NewGuid().ToString();

    public ISyncStore Store => store;

    public static DocumentKey Key(string id) => new(Collection, id);

    public static DocumentWrite Insert(string id, string title = "Ride", DateTimeOffset? listedAt = null, byte[]? samples = null, string? tag = null) =>
        Write(id, null, title, listedAt, samples, tag);

    public static DocumentWrite Edit(
        StoredDocument stored, string id, string title = "Commute", DateTimeOffset? listedAt = null, byte[]? samples = null, string? tag = null) =>
        Write(id, stored, title, listedAt, samples, tag);

    public async Task<CommitOutcome> TryCommitAsync(params DocumentWrite[] writes) =>
        await store.CommitAsync(UserId, await store.ReadHeadAsync(UserId, fresh: false, default), writes, default);

    public async Task<CommitOutcome.Committed> CommitAsync(params DocumentWrite[] writes) =>
        Assert.IsType<CommitOutcome.Committed>(await TryCommitAsync(writes));

    public Task<StoredDocument?> FindAsync(string id, bool withSamples = false) => store.FindAsync(UserId, Key(id), withSamples, default);

    public Task<LogPage> LogAsync(Sequence? since = null, int limit = 500) =>
        store.ReadLogAsync(UserId, [Collection], since ?? Sequence.Start, limit, default);

    public static JsonNode Json(StoredJson body) => JsonNode.Parse(body.ToUtf8().Span)!;

    private static DocumentWrite Write(
        string id, StoredDocument? replaces, string title, DateTimeOffset? listedAt, byte[]? samples, string? tag) => new()
        {
            Key = Key(id),
            Replaces = replaces,
            State = new DocumentState
            {
                Version = (replaces?.State.Version ?? 0) + 1,
                UpdatedAt = FakeClock.Morning,
                ListedAt = listedAt,
                Past = replaces?.State.Past ?? DocumentPast.None,
            },
            Body = Pending($$"""{"id":"{{id}}","title":"{{title}}"}"""),
            Summary = listedAt is null ? null : Pending($$"""{"id":"{{id}}","listed":"{{title}}"}"""),
            ListTag = tag,
            Samples = samples,
        };

    private static PendingJson Pending(string json) => new(Encoding.UTF8.GetBytes(json));
}
