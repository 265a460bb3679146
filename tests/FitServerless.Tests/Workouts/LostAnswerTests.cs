using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

/// <summary>Storage did what was asked, and nobody heard of it.</summary>
[Collection(SharedStorage.Name)]
public sealed class LostAnswerTests
{
    /// <summary>The first attempt and the four that follow it.</summary>
    private const int AllAttempts = 5;

    private readonly LostAnswerPolicy _answers = new();
    private readonly StorageFixture _storage;
    private readonly App _app;

    public LostAnswerTests(StorageFixture storage) => (_storage, _app) = (storage, new App(storage, new FakeClock(), _answers));

    [Fact]
    public async Task One_lost_answer_is_made_good_within_the_push()
    {
        await _app.PushAsync(Edits.Create(1));
        _answers.Losses = 1;

        var results = await _app.PushAsync(Changes());

        Assert.All(results, result => Assert.True(result.Status is ChangeStatus.Applied or ChangeStatus.Duplicate));
        Assert.Equal([.. Enumerable.Repeat(1, 40), 2], results.Select(result => result.Version));
        Assert.Equal(41, (await _app.LogAsync()).Count);
    }

    [Fact]
    public async Task A_push_that_failed_may_be_repeated_as_a_whole_and_changes_nothing()
    {
        await _app.PushAsync(Edits.Create(1));
        _answers.Losses = AllAttempts;
        await Assert.ThrowsAnyAsync<Exception>(() => _app.PushAsync(Changes()));
        await _app.PushAsync(Changes());
        var before = await TextAsync();

        var results = await _app.PushAsync(Changes());

        Assert.All(results, result => Assert.Equal(ChangeStatus.Duplicate, result.Status));
        Assert.Equal(before, await TextAsync());
        Assert.Equal(41, before.Count);
    }

    [Fact]
    public async Task A_sync_request_without_times_may_be_repeated_as_a_whole()
    {
        const string Changes = """
            [{"action":"create","localId":1,"startedAt":"2025-03-01T05:00:00Z"},{"action":"create","localId":2,"startedAt":"2025-03-01T05:00:00Z",
            "updatedAt":"2099-01-01T00:00:00Z"},{"action":"delete","localId":3}]
            """;
        await _app.SyncAsync(SyncCursor.Start, """[{"action":"create","localId":3,"startedAt":"2025-03-01T05:00:00Z"}]""");
        await _app.SyncAsync(SyncCursor.Start, Changes);
        var before = await TextAsync();

        var answer = await _app.SyncAsync(SyncCursor.Start, Changes);

        Assert.All(answer.Results!, result => Assert.Equal(ChangeStatus.Duplicate, result.Outcome.Status));
        Assert.Equal(before, await TextAsync());
    }

    [Fact]
    public async Task Posts_under_one_key_at_the_same_time_make_one_workout_and_the_key_is_good_for_ever()
    {
        var clock = new FakeClock();
        var one = new App(_storage, clock);
        var other = new App(_storage, clock) { UserId = one.UserId };

        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).Workouts.CreateAsync(
            one.UserId, Edits.Ride(), "key", default)));
        clock.Now += TimeSpan.FromDays(400);
        var late = await other.Workouts.CreateAsync(one.UserId, Edits.Ride(), "key", default);
        var another = await other.Workouts.CreateAsync(one.UserId, Edits.Ride("Another"), "key", default);

        Assert.Equal((late.Id, ChangeStatus.Duplicate), (Assert.Single(created.Select(answer => answer.Id).Distinct()), late.Result.Status));
        Assert.Single(created, answer => answer.Result.Status == ChangeStatus.Applied);
        Assert.All(created.Append(late), answer => Assert.Equal(1, answer.Result.Version));
        Assert.Equal(409, another.Result.Problem!.Status);
        Assert.Single(await one.LogAsync());
    }

    /// <summary>More than one batch: new workouts, one with samples, an edit and a delete of one that is there.</summary>
    private static DocumentChange[] Changes() =>
    [
        .. Enumerable.Range(0, 39).Select(i => new WorkoutChange(Edits.Ride(), $"{i}", Edits.At(1)) { Intent = WorkoutIntent.Create }),
        new WorkoutChange(Edits.Ride(samples: Samples.Of(Channel.Power, 1, 2)), "39", Edits.At(1)) { Intent = WorkoutIntent.Create },
        Edits.Delete(2),
    ];

    private async Task<List<string>> TextAsync() => [.. (await _app.LogAsync()).Select(entry => Partition.Json(entry.Body).ToJsonString())];
}
