using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;

namespace FitServerless.Tests.Workouts;

/// <summary>What storage bills for, counted on the wire.</summary>
[Collection(SharedStorage.Name)]
public sealed class TransactionBudgetTests
{
    private readonly CountingPolicy _transactions = new();
    private readonly App _app;
    private readonly App _otherProcess;

    public TransactionBudgetTests(StorageFixture storage)
    {
        _app = new App(storage, new FakeClock(), _transactions);
        _otherProcess = new App(storage, new FakeClock()) { UserId = _app.UserId };
    }

    [Fact]
    public async Task Fifty_new_workouts_take_three() => Assert.InRange(await CountAsync(() => _app.PushAsync(Rides(50))), 1, 3);

    [Fact]
    public async Task One_changed_workout_takes_two()
    {
        await _app.PushAsync(Rides(1));

        Assert.InRange(await CountAsync(() => _app.PushAsync(Ride(0, second: 2, WorkoutIntent.Put))), 1, 2);
    }

    [Fact]
    public async Task Nothing_new_takes_one()
    {
        await _otherProcess.PushAsync(Rides(3));
        var cursor = (await _app.PullAsync(SyncCursor.Start)).Cursor;

        Assert.Equal(1, await CountAsync(() => _app.PullAsync(cursor)));
    }

    [Fact]
    public async Task Five_hundred_changes_take_one()
    {
        await _otherProcess.PushAsync(Rides(500));

        Assert.Equal(1, await CountAsync(async () => Assert.True(await _app.PullAsync(SyncCursor.Start) is { HasMore: false, Changes.Count: 500 })));
    }

    [Theory]
    [InlineData("""[{"action":"create","localId":"new","startedAt":"2025-03-01T05:00:00Z","updatedAt":"2025-03-01T05:30:00Z"}]""", 2)]
    [InlineData("""[{"action":"update","id":"0","title":"Commute","updatedAt":"2025-03-01T06:01:00Z"}]""", 3)]
    [InlineData("""[{"action":"delete","id":"0","updatedAt":"2025-03-01T06:01:00Z"}]""", 3)]
    [InlineData(
        """
        [{"action":"update","id":"0","startedAt":"2025-03-01T05:00:00Z","endedAt":null,"durationSeconds":60,"sportType":"Biking","title":"Commute",
        "notes":null,"summary":null,"updatedAt":"2025-03-01T06:01:00Z"}]
        """,
        3)]
    public async Task Push_and_pull_of_one_change_take_three(string change, int most)
    {
        await _otherProcess.PushAsync(Rides(3));
        var cursor = (await _otherProcess.PullAsync(SyncCursor.Start)).Cursor;

        Assert.InRange(await CountAsync(() => _app.SyncAsync(cursor, change)), 1, most);
    }

    [Fact]
    public async Task An_hour_of_samples_takes_two_to_upload_and_two_to_read_back()
    {
        WorkoutCreated? created = null;
        var ride = Edits.Ride(samples: Measurements.Rides.Noisy(1));

        Assert.InRange(await CountAsync(async () => created = await _app.Workouts.CreateAsync(_app.UserId, ride, null, default)), 1, 2);
        Assert.InRange(
            await CountAsync(async () => Assert.Equal(3600, Assert.IsType<WorkoutRead.Found>(
                await _app.Workouts.FindAsync(_app.UserId, created!.Id, withSamples: true, null, default)).Samples!.Count)),
            1,
            2);
    }

    [Fact]
    public async Task The_first_samples_in_a_process_of_somebody_who_is_not_new_take_three_and_the_next_one()
    {
        await _otherProcess.PushAsync(Rides(1));
        var ride = Edits.Ride(samples: Measurements.Rides.Noisy(1));

        Assert.Equal(3, await CountAsync(() => _app.Workouts.CreateAsync(_app.UserId, ride, "first", default)));
        Assert.Equal(1, await CountAsync(() => _app.Workouts.CreateAsync(_app.UserId, ride, "second", default)));
    }

    [Fact]
    public async Task The_last_hundred_workouts_take_one()
    {
        await _otherProcess.PushAsync(Rides(120));

        Assert.Equal(1, await CountAsync(async () => Assert.Equal(
            100, (await _app.Workouts.ListAsync(_app.UserId, new WorkoutQuery(100), default)).Items.Count)));
    }

    private static DocumentChange[] Rides(int count) => [.. Enumerable.Range(0, count).Select(i => Ride(i, second: 1))];

    private static WorkoutChange Ride(int i, double second, WorkoutIntent intent = WorkoutIntent.Create) =>
        new(Edits.Ride($"Ride {i}"), $"{i}", Edits.At(second)) { Intent = intent };

    private Task<int> CountAsync(Func<Task> work) => _transactions.CountAsync(work);
}
