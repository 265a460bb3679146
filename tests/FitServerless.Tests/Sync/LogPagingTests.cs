using FitServerless.Sync;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync;

[Collection(SharedStorage.Name)]
public sealed class LogPagingTests(StorageFixture storage)
{
    private readonly Partition _user = new(new TableSyncStore(storage.Connect(), new FakeClock(), Options.Create(new SyncOptions())));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 4)]
    [InlineData(9, 2)]
    [InlineData(10, 1)]
    [InlineData(11, 1)]
    public async Task A_page_says_whether_there_is_more(int limit, int pages)
    {
        await _user.CommitAsync([.. Enumerable.Range(0, 10).Select(i => Partition.Insert($"{i}"))]);

        var (read, ids) = await ReadAllAsync(limit);

        Assert.Equal(pages, read);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), ids);
    }

    [Fact]
    public async Task A_page_starts_behind_its_cursor_even_between_two_changes()
    {
        var committed = await _user.CommitAsync(Partition.Insert("a"), Partition.Insert("b"));

        Assert.Equal(["b"], (await _user.LogAsync(committed.Sequences[0])).Entries.Select(entry => entry.Key.Id));
        Assert.Equal(["a", "b"], (await _user.LogAsync(new Sequence(committed.Sequences[0].Ticks - 1))).Entries.Select(entry => entry.Key.Id));
    }

    [Fact]
    public async Task A_cursor_at_or_past_the_end_gets_the_end()
    {
        var committed = await _user.CommitAsync(Partition.Insert("a"));

        foreach (var since in new[] { committed.Head.Last, new Sequence(DateTime.MaxValue.Ticks) })
        {
            var page = await _user.LogAsync(since);

            Assert.Empty(page.Entries);
            Assert.Equal(committed.Head.Last, page.CursorAfter(since));
        }
    }

    [Fact]
    public async Task Another_collections_changes_are_not_in_the_page_but_behind_its_cursor()
    {
        var note = Partition.Insert("n") with { Key = new DocumentKey("notes", "n") };
        var committed = await _user.CommitAsync(Partition.Insert("a"), note);

        var page = await _user.LogAsync();

        Assert.Equal(["a"], page.Entries.Select(entry => entry.Key.Id));
        Assert.Equal(committed.Head.Last, page.CursorAfter(Sequence.Start));
    }

    /// <summary>More rows than a query of the service returns at once.</summary>
    [Theory]
    [InlineData(500, 3)]
    [InlineData(1000, 2)]
    public async Task A_log_of_more_than_a_thousand_changes_is_read_without_a_gap_or_a_repeat(int limit, int pages)
    {
        var ids = Enumerable.Range(0, 1_155).Select(i => $"{i}").ToList();
        foreach (var batch in ids.Chunk(33))
            await _user.CommitAsync([.. batch.Select(id => Partition.Insert(id))]);

        var (read, found) = await ReadAllAsync(limit);

        Assert.Equal(ids, found);
        Assert.Equal(pages, read);
    }

    private async Task<(int Pages, List<string> Ids)> ReadAllAsync(int limit)
    {
        var ids = new List<string>();
        var since = Sequence.Start;
        for (var pages = 1; ; pages++)
        {
            var page = await _user.LogAsync(since, limit);
            ids.AddRange(page.Entries.Select(entry => entry.Key.Id));
            if (!page.HasMore)
                return (pages, ids);
            since = page.CursorAfter(since);
        }
    }
}
