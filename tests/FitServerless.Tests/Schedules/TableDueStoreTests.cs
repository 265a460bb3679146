using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Schedules;

[Collection(SharedStorage.Name)]
public sealed class TableDueStoreTests
{
    // Each test has a year of its own.
    private static int _year = 2100;

    private readonly DateTimeOffset _slot = new(Interlocked.Increment(ref _year), 1, 1, 7, 0, 0, TimeSpan.Zero);
    private readonly CountingPolicy _transactions = new();
    private readonly TableDueStore _due;

    public TableDueStoreTests(StorageFixture storage) => _due = new TableDueStore(storage.Connect(_transactions));

    [Fact]
    public async Task Slots_and_shards_that_hold_somebody_are_found_with_a_transaction_each_and_one_more()
    {
        await _due.PutAsync([New("ada"), New("bo", hours: 1), New("ada", hours: 30), New("eve", kind: OccasionKind.Backup)], default);

        List<DateTimeOffset> slots = [];
        Assert.Equal(3, await _transactions.CountAsync(async () =>
            slots = await _due.FindSlotsAsync(OccasionKind.DailyBriefing, _slot.AddMinutes(-15), _slot.AddHours(2), default).ToListAsync()));
        Assert.Equal([_slot, _slot.AddHours(1)], slots);
        Assert.Equal([_slot.AddHours(1)], await _due.FindSlotsAsync(OccasionKind.DailyBriefing, _slot, _slot.AddHours(1), default).ToListAsync());
        Assert.Equal([Shards.Of("ada")], await _due.FindShardsAsync(OccasionKind.DailyBriefing, _slot, default).ToListAsync());
        Assert.Empty(await _due.FindShardsAsync(OccasionKind.WeeklyReport, _slot, default).ToListAsync());
    }

    [Fact]
    public async Task A_shard_is_read_in_pages_and_what_was_put_reads_back()
    {
        var all = InOneShard(25).ConvertAll(id => New(id) with { Served = new DateOnly(2025, 12, 31) });
        all[3] = all[3] with { IsReplay = true };
        await _due.PutAsync(all, default);

        var read = new List<DueOccasion>();
        string? after = null;
        do
        {
            var page = await _due.ReadAsync(new DueShard(OccasionKind.DailyBriefing, _slot, Shards.Of(all[0].UserId)), after, 10, default);
            read.AddRange(page.Due);
            after = page.Last;
        }
        while (after is not null);

        Assert.Equal(all.OrderBy(due => due.UserId, StringComparer.Ordinal), read.OrderBy(due => due.UserId, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_hundred_and_fifty_of_a_shard_are_three_transactions_to_put_and_three_to_delete_also_where_some_are_gone()
    {
        var all = InOneShard(250).ConvertAll(id => New(id));
        Assert.Equal(3, await _transactions.CountAsync(() => _due.PutAsync(all, default)));
        Assert.Equal(3, await _transactions.CountAsync(() => _due.DeleteAsync(all, default)));

        await _due.PutAsync(all[..5], default);
        await _due.DeleteAsync([all[1]], default);
        await _due.DeleteAsync(all[..5], default);
        Assert.Empty(await _due.FindShardsAsync(OccasionKind.DailyBriefing, _slot, default).ToListAsync());
    }

    [Theory]
    [InlineData("ada", "d")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057", "7")]
    public void A_person_has_the_same_shard_for_ever(string userId, string shard) => Assert.Equal(shard, Shards.Of(userId));

    [Fact]
    public void Shards_are_even()
    {
        var people = Enumerable.Range(0, 16_000).Select(i => Shards.Of($"user{i}")).CountBy(shard => shard).ToList();
        Assert.Equal(16, people.Count);
        Assert.All(people, shard => Assert.InRange(shard.Value, 850, 1_150));
    }

    private static List<string> InOneShard(int count) =>
        [.. Enumerable.Range(0, int.MaxValue).Select(i => $"user{i:D5}").Where(id => Shards.Of(id) == "0").Take(count)];

    private DueOccasion New(string userId, int hours = 0, OccasionKind kind = OccasionKind.DailyBriefing) =>
        new(kind, userId, _slot.AddHours(hours), DateOnly.FromDateTime(_slot.Date), DateOnly.MinValue);
}
