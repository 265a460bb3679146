using System.Text.Json;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync.Simulation;

namespace FitServerless.Tests.Sync;

/// <summary>What storage bills for the sync of all collections, counted on the wire. The process has not seen the user before, unless said.</summary>
[Collection(SharedStorage.Name)]
public sealed class SyncBudgetTests
{
    private static readonly DocumentKey First = new("goals", "0");

    private readonly CountingPolicy _transactions = new();
    private readonly FakeClock _clock = new();
    private readonly string _user = Guid.NewGuid().ToString();
    private readonly SyncProcess _app;
    private readonly SyncProcess _otherProcess;
    private int _mutations;

    public SyncBudgetTests(StorageFixture storage)
    {
        _app = new SyncProcess(storage.Connect(_transactions), _clock, new SyncOptions());
        _otherProcess = new SyncProcess(storage.Connect(), _clock, new SyncOptions());
    }

    [Fact]
    public async Task Fifty_new_documents_take_three() =>
        Assert.Equal(3, await CountAsync(() => SyncAsync(_app, SyncCursor.Start, [.. Enumerable.Range(0, 50).Select(id => Put($"{id}"))])));

    [Fact]
    public async Task One_changed_document_takes_three_with_its_pull_and_two_without()
    {
        var cursor = (await SyncAsync(_otherProcess, SyncCursor.Start, Put("0"), Put("1"))).Cursor;

        Assert.Equal(3, await CountAsync(() => SyncAsync(_app, cursor, Put("0", version: 1))));
        Assert.Equal(2, await CountAsync(() => _app.Documents.PutAsync(_user, First, JsonElement.Parse("""{"online":true}"""), ifVersion: 2, default)));
    }

    [Fact]
    public async Task An_edit_that_is_merged_reads_the_history_too_and_takes_four()
    {
        var cursor = (await SyncAsync(_otherProcess, SyncCursor.Start, Put("0"))).Cursor;
        cursor = (await SyncAsync(_otherProcess, cursor, Put("0", version: 1))).Cursor;

        Assert.Equal(4, await CountAsync(() => SyncAsync(_app, cursor, Put("0", version: 1, device: "other"))));
    }

    [Fact]
    public async Task Nothing_new_and_five_hundred_changes_take_one()
    {
        for (var pushed = 0; pushed < 500; pushed += 250)
            await SyncAsync(_otherProcess, SyncCursor.Start, [.. Enumerable.Range(pushed, 250).Select(id => Put($"{id}"))]);

        SyncAnswer? all = null;
        Assert.Equal(1, await CountAsync(async () => all = await SyncAsync(_app, SyncCursor.Start)));
        Assert.Equal((500, false), (all!.Changes.Count, all.HasMore));
        Assert.Equal(1, await CountAsync(() => SyncAsync(_app, all.Cursor)));
    }

    [Fact]
    public async Task A_digest_takes_one_for_each_thousand_documents()
    {
        for (var pushed = 0; pushed < 1_100; pushed += 275)
            await SyncAsync(_otherProcess, SyncCursor.Start, [.. Enumerable.Range(pushed, 275).Select(id => Put($"{id}"))]);

        DigestRead? read = null;
        Assert.Equal(2, await CountAsync(async () => read = await _app.Sync.ReadDigestAsync(_user, null, default)));
        Assert.Equal(1_100, read!.Digest.Collections.Sum(collection => collection.Days.Sum(day => day.Count)));
    }

    [Fact]
    public async Task Reading_and_listing_take_one_history_two_and_bringing_a_version_back_four()
    {
        await SyncAsync(_otherProcess, SyncCursor.Start, [.. Enumerable.Range(0, 120).Select(id => Put($"{id}"))]);
        await SyncAsync(_otherProcess, SyncCursor.Start, Put("0", version: 1));
        await _app.Store.ReadHeadAsync(_user, fresh: false, default);

        Assert.Equal(1, await CountAsync(() => _app.Documents.FindAsync(_user, First, default)));
        Assert.Equal(1, await CountAsync(() => _app.Documents.ListAsync(_user, new ListQuery("goals", 100), default)));
        Assert.Equal(2, await CountAsync(() => _app.Documents.ReadHistoryAsync(_user, First, default)));
        Assert.Equal(4, await CountAsync(async () => Assert.Equal(
            ChangeStatus.Applied, (await _app.Documents.RestoreAsync(_user, First, 1, default)).Status)));
    }

    private Task<int> CountAsync(Func<Task> work) => _transactions.CountAsync(work);

    private async Task<SyncAnswer> SyncAsync(SyncProcess process, SyncCursor cursor, params ParsedSyncEdit[] edits)
    {
        var outcome = await process.Sync.SyncAsync(_user, "device", cursor, null, 999, edits, default);
        var answer = Assert.IsType<SyncOutcome.Done>(outcome).Answer;
        Assert.DoesNotContain(answer.Results, result => result.Outcome.Status is ChangeStatus.Rejected or ChangeStatus.Stale);
        return answer;
    }

    private ParsedSyncEdit Put(string id, int? version = null, string device = "device") => new(
        new SyncEdit
        {
            Collection = "goals",
            Id = id,
            Op = "put",
            MutationId = $"{device} {_mutations++}",
            BaseVersion = version,
            UpdatedAt = _clock.Now.AddMilliseconds(_mutations),
            Data = Data(),
        },
        null);

    private JsonElement Data() => JsonElement.Parse($$"""{"value{{_mutations % 2}}":{{_mutations}}}""");
}
