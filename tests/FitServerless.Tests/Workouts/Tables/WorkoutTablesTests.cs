using System.Globalization;
using CsvHelper;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Tables;

namespace FitServerless.Tests.Workouts.Tables;

/// <summary>A table as storage bills it, and what it has when devices write meanwhile.</summary>
[Collection(SharedStorage.Name)]
public sealed class WorkoutTablesTests
{
    private static readonly WorkoutQuery All = new(1000);

    private readonly CountingPolicy _transactions = new();
    private readonly WorkoutTables _tables;
    private readonly App _app;

    public WorkoutTablesTests(StorageFixture storage)
    {
        _app = new App(storage, new FakeClock());
        _tables = new WorkoutTables(new App(storage, new FakeClock(), _transactions) { UserId = _app.UserId }.Workouts);
    }

    /// <summary>Three pages of the list, the last of them empty, and one of documents.</summary>
    [Fact]
    public async Task A_hundred_workouts_take_no_more_than_five_transactions()
    {
        await CreateAsync(100, "Windy.");
        var rows = new List<string>();

        Assert.InRange(await _transactions.CountAsync(async () => rows = await ReadAsync(All)), 1, 5);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"Ride {i}: Windy.").Order(), rows.Order());
    }

    /// <summary>All documents would be read for the notes of a few.</summary>
    [Fact]
    public async Task A_part_of_them_is_read_one_by_one()
    {
        await CreateAsync(100, "Windy.");

        Assert.Equal(103, await _transactions.CountAsync(() => ReadAsync(All with { From = DateTimeOffset.UnixEpoch })));
    }

    [Fact]
    public async Task Those_that_one_page_holds_are_read_one_by_one_too()
    {
        await CreateAsync(3, "Windy.");

        Assert.Equal(4, await _transactions.CountAsync(() => ReadAsync(All)));
    }

    /// <summary>1.2 million letters in all: the first 52 are known, the rest is a point read each.</summary>
    [Fact]
    public async Task Notes_that_are_too_long_to_be_read_ahead_are_all_there()
    {
        var notes = new string('x', WorkoutRules.MaxNotes);
        await CreateAsync(60, notes);
        var rows = new List<string>();

        Assert.InRange(await _transactions.CountAsync(async () => rows = await ReadAsync(All)), 10, 12);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"Ride {i}: {notes}").Order(), rows.Order());
    }

    [Fact]
    public async Task What_was_written_or_deleted_after_the_notes_were_read_is_as_it_is_now()
    {
        await CreateAsync(60, "Windy.");
        var first = await _tables.FirstAsync(_app.UserId, All, default);
        var late = Enumerable.Range(0, 60).Select(i => $"Ride {i}").Except(Rows(first, isFirst: true).Select(row => row.Split(':')[0])).ToList();
        Assert.Equal(10, late.Count);
        await _app.PushAsync(Change(Number(late[0]), "Calm.", second: 2, WorkoutIntent.Put), new WorkoutDelete($"{Number(late[1])}", Edits.At(2)));

        var second = Rows(await _tables.NextAsync(_app.UserId, first, default), isFirst: false);

        Assert.Equal(late.Skip(2).Select(title => $"{title}: Windy.").Prepend($"{late[0]}: Calm.").Order(), second.Order());
    }

    private static int Number(string title) => int.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture);

    private static WorkoutChange Change(int i, string notes, double second, WorkoutIntent intent)
    {
        var edit = Edits.Edit($$"""{"startedAt":"2025-03-01T05:00:00Z","title":"Ride {{i}}","notes":"{{notes}}"}""");
        return new WorkoutChange(edit, $"{i}", Edits.At(second)) { Intent = intent };
    }

    private async Task CreateAsync(int count, string notes)
    {
        foreach (var some in Enumerable.Range(0, count).Select(i => Change(i, notes, second: 1, WorkoutIntent.Create)).Chunk(20))
            await _app.PushAsync(some);
    }

    /// <returns>Title and notes of each.</returns>
    private async Task<List<string>> ReadAsync(WorkoutQuery query)
    {
        var page = await _tables.FirstAsync(_app.UserId, query, default);
        var rows = Rows(page, isFirst: true);
        while (page.Next is not null)
        {
            page = await _tables.NextAsync(_app.UserId, page, default);
            rows.AddRange(Rows(page, isFirst: false));
        }

        return rows;
    }

    private static List<string> Rows(WorkoutTablePage page, bool isFirst)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(page.Content)), CultureInfo.InvariantCulture);
        var names = WorkoutRow.Names.ToList();
        var rows = new List<string>();
        if (isFirst)
            csv.Read();
        while (csv.Read())
            rows.Add($"{csv[names.IndexOf("title")]}: {csv[names.IndexOf("notes")]}");
        return rows;
    }
}
