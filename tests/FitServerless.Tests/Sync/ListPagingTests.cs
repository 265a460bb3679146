using FitServerless.Sync;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync;

[Collection(SharedStorage.Name)]
public sealed class ListPagingTests(StorageFixture storage) : IAsyncLifetime
{
    private readonly Partition _user = new(new TableSyncStore(storage.Connect(), new FakeClock(), Options.Create(new SyncOptions())));

    /// <summary>Ten documents, one an hour; every third has a tag.</summary>
    public async Task InitializeAsync() => await _user.CommitAsync(
        [.. Enumerable.Range(0, 10).Select(i => Partition.Insert($"{i}", listedAt: Hour(i), tag: i % 3 == 0 ? "Running" : "Biking"))]);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(null, null, null, "9876543210")]
    [InlineData(3, null, null, "9876543")]
    [InlineData(null, 6, null, "6543210")]
    [InlineData(3, 6, null, "6543")]
    [InlineData(4, 4, null, "4")]
    [InlineData(6, 3, null, "")]
    [InlineData(null, null, "Running", "9630")]
    [InlineData(1, 8, "Running", "63")]
    [InlineData(null, null, "it's", "")]
    public async Task Newest_first_between_two_times_with_a_tag(int? from, int? to, string? tag, string expected)
    {
        var query = new ListQuery("workouts", 4, null, from is { } f ? Hour(f) : null, to is { } t ? Hour(t) : null, tag);

        Assert.Equal(expected, string.Concat(await ReadAllAsync(query)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task A_list_in_pages_has_no_gap_and_no_repeat(int limit) =>
        Assert.Equal("9876543210", string.Concat(await ReadAllAsync(new ListQuery("workouts", limit))));

    [Fact]
    public async Task An_edit_moves_its_item()
    {
        await _user.CommitAsync(Partition.Edit((await _user.FindAsync("2"))!, "2", listedAt: Hour(20)));
        await _user.CommitAsync(Partition.Edit((await _user.FindAsync("5"))!, "5", listedAt: Hour(5)));

        var page = await _user.Store.ListAsync(_user.UserId, new ListQuery("workouts", 1000), default);

        Assert.Equal("2987654310", string.Concat(page.Items.Select(Id)));
        Assert.Equal("Commute", (string?)Partition.Json(page.Items[5])["listed"]);
    }

    [Fact]
    public async Task A_deleted_document_leaves_the_list()
    {
        await _user.CommitAsync(Partition.Edit((await _user.FindAsync("2"))!, "2"));

        Assert.Equal("987654310", string.Concat(await ReadAllAsync(new ListQuery("workouts", 4))));
    }

    /// <summary>Cursors come back from clients, who may send what they like.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("log|")]
    [InlineData("zzz")]
    [InlineData("day|workouts|' or PartitionKey ne '")]
    [InlineData("day|workouts|\0\u0001\n")]
    [InlineData("day|workouts|/\\#?%2f")]
    public async Task A_forged_cursor_shows_nothing_but_the_callers_own_list(string cursor) => Assert.All(
        await ReadAllAsync(new ListQuery("workouts", 1000, cursor)), id => Assert.Contains(id, "9876543210", StringComparison.Ordinal));

    private static DateTimeOffset Hour(int hour) => FakeClock.Morning.AddHours(hour);

    private static string Id(StoredJson item) => (string)Partition.Json(item)["id"]!;

    private async Task<List<string>> ReadAllAsync(ListQuery query)
    {
        var ids = new List<string>();
        do
        {
            var page = await _user.Store.ListAsync(_user.UserId, query, default);
            ids.AddRange(page.Items.Select(Id));
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return ids;
    }
}
