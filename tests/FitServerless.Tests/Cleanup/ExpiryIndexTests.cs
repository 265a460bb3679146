using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Cleanup;

[Collection(SharedStorage.Name)]
public sealed class ExpiryIndexTests(StorageFixture storage)
{
    private readonly StandingClock _clock = new();
    private readonly string _kind = $"kind{Guid.NewGuid():N}";

    [Fact]
    public async Task Who_was_noted_is_due_on_that_day_and_not_before()
    {
        await Open().NoteAsync(_kind, "ada", Day(5), default);

        Assert.Empty(await DueAsync(Day(4)));
        Assert.Equal(["ada"], await DueAsync(Day(5)));
    }

    [Fact]
    public async Task Days_that_were_missed_are_due_with_later_ones_and_other_kinds_are_not()
    {
        var index = Open();
        await index.NoteAsync(_kind, "ada", Day(2), default);
        await index.NoteAsync(_kind, "bo", Day(3), default);
        await index.NoteAsync(_kind + "s", "cy", Day(2), default);

        Assert.Equal(["ada", "bo"], await DueAsync(Day(9)));
    }

    [Fact]
    public async Task A_note_costs_nothing_while_an_earlier_one_is_to_come()
    {
        var counter = new CountingPolicy();
        var index = new ExpiryIndex(storage.Connect(counter), _clock);

        Assert.Equal(3, await counter.CountAsync(() => index.NoteAsync(_kind, "ada", Day(5), default)));
        Assert.Equal(0, await counter.CountAsync(() => index.NoteAsync(_kind, "ada", Day(6), default)));
        _clock.Now = _clock.Now.AddDays(4);
        Assert.Equal(0, await counter.CountAsync(() => index.NoteAsync(_kind, "ada", Day(9), default)));
        Assert.Equal(["ada"], await DueAsync(Day(9)));
    }

    [Fact]
    public async Task Another_process_finds_the_note_with_one_transaction()
    {
        await Open().NoteAsync(_kind, "ada", Day(5), default);
        var counter = new CountingPolicy();
        var other = new ExpiryIndex(storage.Connect(counter), _clock);

        Assert.Equal(1, await counter.CountAsync(() => other.NoteAsync(_kind, "ada", Day(8), default)));
        Assert.Equal(0, await counter.CountAsync(() => other.NoteAsync(_kind, "ada", Day(8), default)));
    }

    [Fact]
    public async Task Something_due_earlier_than_what_was_noted_gets_a_note_of_its_own()
    {
        var index = Open();
        await index.NoteAsync(_kind, "ada", Day(5), default);
        await index.NoteAsync(_kind, "ada", Day(3), default);

        Assert.Equal(["ada"], await DueAsync(Day(3)));
    }

    [Fact]
    public async Task A_note_of_today_is_not_relied_on_since_it_may_be_looked_at_already()
    {
        var index = Open();
        await index.NoteAsync(_kind, "ada", Day(3), default);
        _clock.Now = _clock.Now.AddDays(3);
        await index.NoteAsync(_kind, "ada", Day(7), default);

        await MoveAsync(Day(3), null);
        Assert.Equal(["ada"], await DueAsync(Day(7)));
    }

    [Fact]
    public async Task Whoever_is_purged_is_due_again_on_the_day_of_what_is_left()
    {
        await Open().NoteAsync(_kind, "ada", Day(3), default);

        await MoveAsync(Day(3), Day(6));
        Assert.Empty(await DueAsync(Day(5)));
        Assert.Equal(["ada"], await DueAsync(Day(6)));

        await MoveAsync(Day(6), null);
        Assert.Empty(await DueAsync(Day(99)));
        Assert.Equal(0, await CountRowsAsync());
    }

    [Fact]
    public async Task An_owner_that_is_forgotten_leaves_no_row()
    {
        var index = Open();
        await index.NoteAsync(_kind, "ada/#?", Day(3), default);
        await index.NoteAsync(_kind + "s", "ada/#?", Day(90), default);
        await index.NoteAsync(_kind, "bo", Day(3), default);

        await index.EraseAsync("ada/#?", default);

        Assert.Equal(["bo"], await DueAsync(Day(99)));
        Assert.Equal(2, await CountRowsAsync());
    }

    private ExpiryIndex Open() => new(storage.Connect(), _clock);

    private static DateOnly Day(int number) => DateOnly.FromDateTime(StandingClock.Midnight.UtcDateTime).AddDays(number);

    private async Task<IReadOnlyList<string>> DueAsync(DateOnly day) =>
        [.. await Open().ReadDueAsync(_kind, day, default).SelectMany(page => page.Owners).ToListAsync()];

    private async Task MoveAsync(DateOnly day, DateOnly? next)
    {
        await foreach (var page in Open().ReadDueAsync(_kind, day, default))
            await Open().MoveAsync(page, page.Owners.ToDictionary(owner => owner, _ => next), default);
    }

    /// <summary>Of this test's kinds, in days and with owners.</summary>
    private async Task<int> CountRowsAsync() =>
        await storage.Connect().Expiry.QueryAsync<TableEntity>().CountAsync(row => (row.PartitionKey + row.RowKey).Contains(_kind, StringComparison.Ordinal));
}
