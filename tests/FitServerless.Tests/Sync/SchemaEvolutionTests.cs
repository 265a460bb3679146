using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync.Simulation;

namespace FitServerless.Tests.Sync;

/// <summary>Rows of an older version of the app, columns of a newer one, and clients of either.</summary>
[Collection(SharedStorage.Name)]
public sealed class SchemaEvolutionTests
{
    /// <summary>What the first version did not write; written since, each only where there is something to say.</summary>
    private static readonly string[] Later =
        ["Horizon", "Created", "Versions", "Kept", "Seen", "Maker", "Note", "ContentHash", "SampleRows", "SamplesVersion", "Tag"];

    private readonly string _user = Guid.NewGuid().ToString();
    private readonly FakeClock _clock = new();
    private readonly AppTables _tables;
    private readonly SyncProcess _process;

    public SchemaEvolutionTests(StorageFixture storage) =>
        (_tables, _process) = (storage.Connect(), new SyncProcess(storage.Connect(), _clock, new SyncOptions()));

    [Fact]
    public async Task Rows_of_the_first_version_are_read_edited_merged_listed_and_deleted()
    {
        await SyncAsync(null, Put("a", """{"goalType":"endurance","n":1}"""), Put("b", """{"goalType":"strength"}"""));
        await ToFirstVersionAsync();

        Assert.Equal(["a", "b"], (await SyncAsync(null)).Changes.Select(change => change.Key.Id));
        var edited = await SyncAsync(null, Put("a", """{"goalType":"endurance","n":2}""", version: 1), Delete("b", version: 1));

        Assert.All(edited.Results, result => Assert.Equal((ChangeStatus.Applied, 2), (result.Outcome.Status, result.Outcome.Version)));
        var merged = await SyncAsync("other", Put("a", """{"goalType":"health","n":1}""", version: 1));
        Assert.Equal("""{"goalType":"health","n":2}""", Text(merged.Results[0].Current!.Data));
        Assert.Equal(["a"], (await _process.Documents.ListAsync(_user, new ListQuery("goals", 10), default))!.Items.Select(item => item.Key.Id));
        Assert.Equal([3, 2, 1], (await _process.Documents.ReadHistoryAsync(_user, Key("a"), default))!.Select(version => version.Document.Version));
        Assert.Equal("""{"goalType":"strength"}""", Text((await _process.Documents.ReadHistoryAsync(_user, Key("b"), default))![1].Document.Data));
    }

    [Fact]
    public async Task Columns_of_a_newer_version_disturb_nobody()
    {
        await SyncAsync(null, Put("a", """{"n":1}"""));
        await ChangeRowsAsync(row => row["FromTheFuture"] = "x");

        var answer = await SyncAsync(null, Put("a", """{"n":2}""", version: 1));

        Assert.Equal(ChangeStatus.Applied, answer.Results[0].Outcome.Status);
    }

    [Fact]
    public async Task A_client_of_the_first_version_that_names_neither_versions_nor_mutations_still_syncs()
    {
        const string First = """{"deviceId":"old","changes":[{"collection":"goals","id":"a","op":"put","updatedAt":"2025-03-01T05:00:00Z","data":{"n":1}}]}""";
        var later = First.Replace("05:00", "05:30", StringComparison.Ordinal).Replace(":1}", ":2}", StringComparison.Ordinal);

        foreach (var (body, status) in ((string, ChangeStatus)[])[(First, ChangeStatus.Applied), (First, ChangeStatus.Duplicate), (later, ChangeStatus.Applied)])
            Assert.Equal(status, Assert.Single((await SendAsync(JsonSerializer.Deserialize(body, SyncJson.Default.SyncRequest)!)).Results).Outcome.Status);

        Assert.Equal("""{"n":2}""", Text((await _process.Documents.FindAsync(_user, Key("a"), default))!.Data));
    }

    [Fact]
    public async Task What_a_newer_client_writes_in_values_and_members_that_nobody_here_knows_comes_back_as_it_was()
    {
        const string Goal = """{"goalType":"moon-landing","status":{"phase":"x"},"isActive":"perhaps","next_review":"2031"}""";
        const string Request = $$$"""
            {"deviceId":"new","clientVersion":9,"changes":[{"collection":"goals","id":"a","op":"put","mutationId":"1","priority":"high","data":{{{Goal}}} },
            {"collection":"workouts","id":"w","op":"put","mutationId":"2","data":{"startedAt":"2025-03-01T05:00:00Z","sportType":"Wingfoil","summary":{"mood":"🚀"} } }]}
            """;

        var written = await SendAsync(JsonSerializer.Deserialize(Request, SyncJson.Default.SyncRequest)!);
        var changes = (await SyncAsync("other")).Changes;

        Assert.All(written.Results, result => Assert.Equal(ChangeStatus.Applied, result.Outcome.Status));
        Assert.Equal(Goal, Text(changes[0].Data));
        var workout = JsonElement.Parse(changes[1].Data.Span);
        Assert.Equal(("Wingfoil", "🚀"), (workout.GetProperty("sportType").GetString(), workout.GetProperty("summary").GetProperty("mood").GetString()));
    }

    private static DocumentKey Key(string id) => new("goals", id);

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private Task ToFirstVersionAsync() => ChangeRowsAsync(row =>
    {
        foreach (var column in Later)
            row.Remove(column);
    });

    private async Task ChangeRowsAsync(Action<TableEntity> change)
    {
        await foreach (var row in _tables.UserData.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {_user}")))
        {
            change(row);
            await _tables.UserData.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.UpdateReplace, row)]);
        }

        // Another writer has been here.
        await _process.Store.ReadHeadAsync(_user, fresh: true, default);
    }

    private ParsedSyncEdit Put(string id, string data, int? version = null) => Edit("put", id, version, JsonElement.Parse(data));

    private ParsedSyncEdit Delete(string id, int version) => Edit("delete", id, version, null);

    private ParsedSyncEdit Edit(string op, string id, int? version, JsonElement? data) => new(
        new SyncEdit
        {
            Collection = "goals",
            Id = id,
            Op = op,
            MutationId = Guid.NewGuid().ToString(),
            BaseVersion = version,
            UpdatedAt = _clock.Now = _clock.Now.AddSeconds(1),
            Data = data,
        },
        null);

    private Task<SyncAnswer> SendAsync(SyncRequest request) => SyncAsync(request.DeviceId, [.. request.Changes!]);

    private async Task<SyncAnswer> SyncAsync(string? device, params ParsedSyncEdit[] edits) => Assert.IsType<SyncOutcome.Done>(
        await _process.Sync.SyncAsync(_user, device ?? "device", SyncCursor.Start, null, 500, edits, default)).Answer;
}
