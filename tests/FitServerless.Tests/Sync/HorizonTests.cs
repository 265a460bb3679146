using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync.Simulation;

namespace FitServerless.Tests.Sync;

/// <summary>Deletes are forgotten after a while; what a device then gets, and the digest by which it can compare what it has.</summary>
[Collection(SharedStorage.Name)]
public sealed class HorizonTests
{
    private readonly FakeClock _clock = new();
    private readonly SyncProcess _process;
    private readonly string _user = Guid.NewGuid().ToString();
    private int _mutations;

    public HorizonTests(StorageFixture storage) => _process = new SyncProcess(storage.Connect(), _clock, new SyncOptions());

    [Fact]
    public async Task A_device_that_missed_a_forgotten_delete_must_start_over_and_another_need_not()
    {
        var before = (await SyncAsync(SyncCursor.Start, Put("a"), Put("b"))).Cursor;
        var after = (await SyncAsync(before, Delete("a"))).Cursor;
        _clock.Now += TimeSpan.FromDays(100);

        Assert.Equal(1, await PurgeAsync());

        Assert.IsType<SyncOutcome.ResyncNeeded>(await PullAsync(before));
        Assert.Empty((await SyncAsync(after)).Changes);
        Assert.Equal(["b"], (await SyncAsync(SyncCursor.Start)).Changes.Select(change => change.Key.Id));
        Assert.Null(await _process.Store.FindAsync(_user, new DocumentKey("goals", "a"), false, default));
        Assert.Empty(await _process.Store.ReadHistoryAsync(_user, new DocumentKey("goals", "a"), default));
        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task A_refused_device_has_written_nothing_and_its_old_edit_brings_nothing_back()
    {
        var before = (await SyncAsync(SyncCursor.Start, Put("a"))).Cursor;
        await SyncAsync(before, Delete("a"));
        _clock.Now += TimeSpan.FromDays(100);
        await PurgeAsync();

        Assert.IsType<SyncOutcome.ResyncNeeded>(
            await _process.Sync.SyncAsync(_user, "late", before, null, 500, [Put("b"), Put("a", version: 1)], default));
        var answer = await SyncAsync(SyncCursor.Start, Put("a", version: 1));

        Assert.Equal(("gone", 410), (answer.Results[0].Outcome.Problem!.Type, answer.Results[0].Outcome.Problem!.Status));
        Assert.Empty((await SyncAsync(SyncCursor.Start)).Changes);
    }

    [Fact]
    public async Task A_new_device_gets_no_deletes_but_those_made_while_it_reads()
    {
        await SyncAsync(SyncCursor.Start, Put("a"), Put("b"), Put("c"), Put("d"));
        await SyncAsync(SyncCursor.Start, Delete("a"));
        _clock.Now += TimeSpan.FromDays(3);

        var first = Assert.IsType<SyncOutcome.Done>(await _process.Sync.PullAsync(_user, SyncCursor.Start, null, 2, default)).Answer;
        await SyncAsync(SyncCursor.Start, Delete("b"));
        var rest = Assert.IsType<SyncOutcome.Done>(await PullAsync(first.Cursor)).Answer;

        Assert.Equal(["b", "c"], first.Changes.Select(change => change.Key.Id));
        Assert.Equal(["d put", "b delete"], rest.Changes.Select(change => $"{change.Key.Id} {(change.Deleted ? "delete" : "put")}"));
        Assert.True(SyncCursor.TryParse(first.Cursor.ToString(), out var read) && read == first.Cursor);
    }

    [Fact]
    public async Task The_digest_is_what_a_client_computes_from_what_it_has()
    {
        await SyncAsync(SyncCursor.Start, Put("a"), Put("b"), Put("ü"), Put("gone"));
        _clock.Now += TimeSpan.FromDays(1);
        await SyncAsync(SyncCursor.Start, Put("b", version: 1), Delete("gone"));

        var expected = (await SyncAsync(SyncCursor.Start)).Changes.Where(change => !change.Deleted)
            .GroupBy(change => change.UpdatedAt.ToString("yyyy-MM-dd"))
            .Select(day => $"goals {day.Key} {day.Count()} {day.Select(Hash).Aggregate((one, other) => one ^ other):x16}");
        var digest = (await _process.Sync.ReadDigestAsync(_user, null, default)).Digest;

        Assert.Equal(
            expected.Order(),
            digest.Collections.SelectMany(collection => collection.Days.Select(day => $"{collection.Collection} {day.Day} {day.Count} {day.Hash}")));
    }

    private static ulong Hash(SyncedDocument document) => Convert.ToUInt64(
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Key.Collection}\n{document.Key.Id}\n{document.Version}")))[..16], 16);

    private async Task<int> PurgeAsync() =>
        (await _process.Store.PurgeTombstonesAsync(_user, new Sequence(_clock.Now.AddDays(-90).UtcTicks), default)).Documents;

    private Task<SyncOutcome> PullAsync(SyncCursor cursor) => _process.Sync.PullAsync(_user, cursor, null, 500, default);

    private async Task<SyncAnswer> SyncAsync(SyncCursor cursor, params ParsedSyncEdit[] edits) =>
        Assert.IsType<SyncOutcome.Done>(await _process.Sync.SyncAsync(_user, "device", cursor, null, 500, edits, default)).Answer;

    private ParsedSyncEdit Put(string id, int? version = null) => Edit("put", id, version, JsonElement.Parse($$"""{"value":{{_mutations}}}"""));

    private ParsedSyncEdit Delete(string id) => Edit("delete", id, null, null);

    private ParsedSyncEdit Edit(string op, string id, int? version, JsonElement? data) => new(
        new SyncEdit
        {
            Collection = "goals",
            Id = id,
            Op = op,
            MutationId = $"{_mutations++}",
            BaseVersion = version,
            UpdatedAt = _clock.Now.AddMilliseconds(_mutations),
            Data = data,
        },
        null);
}
