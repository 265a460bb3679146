using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

[Collection(SharedStorage.Name)]
public sealed class WorkoutSyncServiceTests(StorageFixture storage)
{
    private const string Create = """[{"action":"create","localId":"a","startedAt":"2025-03-01T05:00:00Z","title":"Ride","updatedAt":"2025-03-01T05:01:00Z"}]""";
    private const string Rename = """[{"action":"update","localId":"a","title":"Commute","updatedAt":"2025-03-01T05:02:00Z"}]""";
    private const string Note = """[{"action":"update","localId":"a","notes":"Rain","updatedAt":"2025-03-01T05:03:00Z"}]""";

    private readonly App _app = new(storage, new FakeClock());

    [Fact]
    public async Task A_devices_own_writes_do_not_come_back()
    {
        var pushed = await _app.SyncAsync(SyncCursor.Start, Create);

        Assert.Empty(pushed.Changes);
        Assert.False(pushed.HasMore);
        Assert.Empty((await _app.PullAsync(pushed.Cursor)).Changes);
    }

    [Fact]
    public async Task A_repeated_push_has_the_same_end()
    {
        var pushed = await _app.SyncAsync(SyncCursor.Start, Create);
        var again = await _app.SyncAsync(pushed.Cursor, Create);

        Assert.Equal((pushed.Cursor, false), (again.Cursor, again.HasMore));
    }

    [Fact]
    public async Task What_one_device_pushes_another_pulls()
    {
        var phone = await _app.SyncAsync(SyncCursor.Start, Create);
        var watch = await _app.PullAsync(SyncCursor.Start);
        await _app.SyncAsync(watch.Cursor, Rename);

        Assert.Equal("Commute", WorkoutBody.Parse(Assert.Single((await _app.PullAsync(phone.Cursor)).Changes)).Title);
    }

    /// <summary>The phone renamed it; the watch, which does not know that yet, notes something and must learn the new title.</summary>
    [Fact]
    public async Task A_device_that_updates_what_another_has_changed_gets_the_outcome()
    {
        var watch = await _app.SyncAsync(SyncCursor.Start, Create);
        var phone = await _app.PullAsync(SyncCursor.Start);
        await _app.SyncAsync(phone.Cursor, Rename);

        var answer = await _app.SyncAsync(watch.Cursor, Note);

        var workout = WorkoutBody.Parse(Assert.Single(answer.Changes));
        Assert.Equal(("Commute", "Rain"), (workout.Title, workout.Notes));
        Assert.Equal(answer.Results![0].Outcome.Version, workout.Version);
        Assert.False(answer.HasMore);
        Assert.Empty((await _app.PullAsync(answer.Cursor)).Changes);
    }

    [Fact]
    public async Task A_device_that_edits_a_workout_whose_samples_it_has_not_seen_learns_of_them()
    {
        var watch = await _app.SyncAsync(SyncCursor.Start, Create);
        var id = DocumentIds.Derive(_app.UserId, "a");
        await _app.PushAsync(new WorkoutChange(Edits.Edit("{}", Samples.Of(Channel.Power, 1, 2)), id, Edits.At(-3480)) { Intent = WorkoutIntent.Update });

        var answer = await _app.SyncAsync(watch.Cursor, Note);
        var next = await _app.PullAsync(answer.Cursor);

        Assert.Equal(2, WorkoutBody.Parse(Assert.Single(answer.Changes.Concat(next.Changes))).MeasurementCount);
    }

    [Fact]
    public async Task While_there_is_more_to_pull_the_cursor_does_not_pass_it()
    {
        await _app.PushAsync([.. Enumerable.Range(0, 5).Select(i => new WorkoutChange(Edits.Ride(), $"{i}", Edits.At(1)) { Intent = WorkoutIntent.Create })]);

        var answer = await _app.SyncAsync(SyncCursor.Start, Create, limit: 3);
        var rest = await _app.PullAsync(answer.Cursor);

        Assert.True(answer.HasMore);
        Assert.Equal(["0", "1", "2"], answer.Changes.Select(Id));
        Assert.Equal(["3", "4", DocumentIds.Derive(_app.UserId, "a")], rest.Changes.Select(Id));
    }

    [Fact]
    public async Task One_bad_change_does_not_block_its_neighbours()
    {
        var answer = await _app.SyncAsync(SyncCursor.Start, $"""[{Create[1..^1]},null,1,{"{\"action\":\"explode\"}"},{Rename[1..^1]}]""");

        Assert.Equal(
            [ChangeStatus.Applied, ChangeStatus.Rejected, ChangeStatus.Rejected, ChangeStatus.Rejected, ChangeStatus.Applied],
            answer.Results!.Select(result => result.Outcome.Status));
        Assert.Equal("Commute", WorkoutBody.Parse(Assert.Single(await _app.LogAsync()).Body).Title);
    }

    private static string Id(StoredJson body) => (string)Partition.Json(body)["id"]!;
}
