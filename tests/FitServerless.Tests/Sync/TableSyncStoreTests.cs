using FitServerless.Sync;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync;

[Collection(SharedStorage.Name)]
public sealed class TableSyncStoreTests
{
    private readonly StorageFixture _storage;
    private readonly FakeClock _clock = new();
    private readonly Partition _user;

    public TableSyncStoreTests(StorageFixture storage) =>
        (_storage, _user) = (storage, new Partition(new TableSyncStore(storage.Connect(), _clock, Options.Create(new SyncOptions()))));

    [Fact]
    public async Task Of_a_new_user_there_is_nothing()
    {
        Assert.Null(await _user.FindAsync("a"));
        Assert.Null(await _user.FindAsync("a", withSamples: true));
        Assert.Equal(Head.None, (await _user.LogAsync()).Head);
        Assert.Equal(Head.None, await _user.Store.ReadHeadAsync(_user.UserId, fresh: true, default));
        Assert.Empty((await _user.Store.ListAsync(_user.UserId, new ListQuery("workouts", 10), default)).Items);
    }

    [Fact]
    public async Task A_written_document_is_found_and_stands_in_the_log()
    {
        var committed = await _user.CommitAsync(Partition.Insert("a"));

        var found = await _user.FindAsync("a");
        var entry = Assert.Single((await _user.LogAsync()).Entries);
        var body = Partition.Json(found!.Body);

        Assert.Equal(committed.Sequences[0], found.State.Sequence);
        Assert.Equal(body.ToJsonString(), Partition.Json(entry.Body).ToJsonString());
        Assert.Equal((committed.Sequences[0], Partition.Key("a")), (entry.Sequence, entry.Key));
        Assert.Equal(("Ride", committed.Sequences[0].ToString()), ((string?)body["title"], (string?)body["syncedAt"]));
        Assert.Equal(FakeClock.Morning.UtcTicks, committed.Head.Last.Ticks);
    }

    [Fact]
    public async Task All_of_a_state_reads_back()
    {
        var write = Partition.Insert("a") with
        {
            State = new DocumentState
            {
                Version = 7,
                UpdatedAt = FakeClock.Morning.AddMilliseconds(1),
                Deleted = true,
                ListedAt = FakeClock.Morning,
                ContentHash = "ab",
                Note = "{}",
            },
        };

        var committed = await _user.CommitAsync(write);

        Assert.Equal(
            write.State with { Sequence = committed.Head.Last, Past = DocumentPast.None with { Versions = 7 } }, (await _user.FindAsync("a"))!.State);
    }

    [Fact]
    public async Task An_edit_moves_the_document_to_the_end_of_the_log()
    {
        await _user.CommitAsync(Partition.Insert("a"), Partition.Insert("b"));
        var before = (await _user.FindAsync("a"))!;

        var committed = await _user.CommitAsync(Partition.Edit(before, "a"));

        Assert.Equal(["b", "a"], (await _user.LogAsync()).Entries.Select(entry => entry.Key.Id));
        Assert.Equal((2, committed.Head.Last), ((await _user.FindAsync("a"))!.State.Version, (await _user.FindAsync("a"))!.State.Sequence));
    }

    [Fact]
    public async Task A_batch_is_all_or_nothing()
    {
        await _user.CommitAsync(Partition.Insert("taken"));

        Assert.IsType<CommitOutcome.AlreadyExists>(await _user.TryCommitAsync(Partition.Insert("new"), Partition.Insert("taken", "Other")));

        Assert.Null(await _user.FindAsync("new"));
        var page = await _user.LogAsync();
        Assert.Equal(["taken"], page.Entries.Select(entry => entry.Key.Id));
        Assert.Equal(page.Entries[0].Sequence, page.Head!.Last);
    }

    [Fact]
    public async Task Who_does_not_know_of_another_writer_is_told_that_the_head_moved()
    {
        var other = Other();
        await _user.CommitAsync(Partition.Insert("a"));
        await other.CommitAsync(Partition.Insert("b"));

        Assert.IsType<CommitOutcome.HeadMoved>(await _user.TryCommitAsync(Partition.Insert("c")));
        Assert.IsType<CommitOutcome.Committed>(await _user.TryCommitAsync(Partition.Insert("c")));
        Assert.Equal(["a", "b", "c"], (await other.LogAsync()).Entries.Select(entry => entry.Key.Id));
    }

    [Fact]
    public async Task Of_two_first_writers_one_is_told_that_the_head_moved()
    {
        await Other().CommitAsync(Partition.Insert("a"));

        Assert.IsType<CommitOutcome.HeadMoved>(
            await _user.Store.CommitAsync(_user.UserId, Head.None, [Partition.Insert("b")], default));
    }

    [Fact]
    public async Task An_edit_of_what_another_writer_has_moved_is_told_so_even_under_the_right_head()
    {
        var other = Other();
        await _user.CommitAsync(Partition.Insert("a"));
        var seen = (await _user.FindAsync("a"))!;
        await other.CommitAsync(Partition.Edit(seen, "a", "Theirs"));
        var head = await _user.Store.ReadHeadAsync(_user.UserId, fresh: true, default);

        Assert.IsType<CommitOutcome.HeadMoved>(
            await _user.Store.CommitAsync(_user.UserId, head, [Partition.Edit(seen, "a", "Ours")], default));
        Assert.Equal("Theirs", (string?)Partition.Json(Assert.Single((await other.LogAsync()).Entries).Body)["title"]);
    }

    [Fact]
    public async Task Sequences_ascend_though_the_clock_goes_back()
    {
        var first = await _user.CommitAsync(Partition.Insert("a"), Partition.Insert("b"));
        _clock.Now -= TimeSpan.FromDays(1);
        var second = await _user.CommitAsync(Partition.Insert("c"));

        Assert.Equal([first.Sequences[0], first.Sequences[1], second.Head.Last], (await _user.LogAsync()).Entries.Select(entry => entry.Sequence));
        Assert.Equal(first.Sequences.Concat(second.Sequences).Order(), first.Sequences.Concat(second.Sequences));
    }

    /// <summary>Ids that would lead out of the partition if keys or filters were pasted together.</summary>
    [Theory]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("a|b")]
    [InlineData("%27")]
    [InlineData("한강 🚴")]
    [InlineData("a}")]
    public async Task An_id_of_odd_characters_is_a_document_like_any_other_and_nobody_elses(string id)
    {
        var stranger = new Partition(_user.Store);
        await stranger.CommitAsync(Partition.Insert(id, "Theirs", FakeClock.Morning, [1]));
        await _user.CommitAsync(Partition.Insert("a"));

        Assert.Null(await _user.FindAsync(id, withSamples: true));
        Assert.Equal(new byte[] { 1 }, (await stranger.FindAsync(id, withSamples: true))!.Samples);
        Assert.Equal(["a"], (await _user.LogAsync()).Entries.Select(entry => entry.Key.Id));
        Assert.Equal(id, Assert.Single((await stranger.LogAsync()).Entries).Key.Id);
    }

    /// <summary>The same user in another process, which remembers nothing of this one.</summary>
    private Partition Other() => new(new TableSyncStore(_storage.Connect(), _clock, Options.Create(new SyncOptions()))) { UserId = _user.UserId };
}
