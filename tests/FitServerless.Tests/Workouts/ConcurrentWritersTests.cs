using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Workouts;

namespace FitServerless.Tests.Workouts;

[Collection(SharedStorage.Name)]
public sealed class ConcurrentWritersTests(StorageFixture storage)
{
    private const int Writers = 8;
    private const int Rounds = 12;

    /// <summary>
    /// Two processes, four devices each, every device with workouts of its own and all with edits of one more; a fifth device of a third process
    /// pulls small pages all the while.
    /// </summary>
    [Fact]
    public async Task Every_change_of_eight_devices_on_two_processes_is_there_once_and_a_reader_misses_none()
    {
        var one = new App(storage, TimeProvider.System);
        App[] processes = [one, new App(storage, TimeProvider.System) { UserId = one.UserId }];
        var reader = new App(storage, TimeProvider.System) { UserId = one.UserId };

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(device => WriteAsync(processes[device % 2], device)));
        var seen = await ReadUntilAsync(reader, writing);
        await writing;

        var log = await reader.LogAsync();
        var expected = Enumerable.Range(0, Writers).SelectMany(device => Enumerable.Range(0, Rounds).Select(round => $"{device}-{round}")).Append("shared");
        Assert.Equal(expected.Order(), log.Select(entry => entry.Key.Id).Order());
        Assert.Equal(log.Select(entry => entry.Sequence).Distinct().Order(), log.Select(entry => entry.Sequence));
        Assert.Equal(log.ToDictionary(entry => entry.Key.Id, entry => entry.Sequence), seen);
        Assert.Equal($"{Writers - 1}-{Rounds - 1}", WorkoutBody.Parse(log.Single(entry => entry.Key.Id == "shared").Body).Title);
    }

    private static async Task WriteAsync(App app, int device)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var own = Change($"{device}-{round}", "own", 1);
            var shared = Change("shared", $"{device}-{round}", (round * Writers) + device);
            var results = await PushAsync(app, [own, shared]);

            Assert.True(results[0].Status is ChangeStatus.Applied or ChangeStatus.Duplicate);
            Assert.True(results[1].Status is ChangeStatus.Applied or ChangeStatus.Duplicate or ChangeStatus.Stale);
        }
    }

    /// <summary>As a client does that is told to try again.</summary>
    private static async Task<IReadOnlyList<ChangeResult>> PushAsync(App app, DocumentChange[] changes)
    {
        while (true)
        {
            try
            {
                return await app.PushAsync(changes);
            }
            catch (SyncContentionException)
            {
            }
        }
    }

    private static async Task<Dictionary<string, Sequence>> ReadUntilAsync(App app, Task written)
    {
        var seen = new Dictionary<string, Sequence>();
        var cursor = Sequence.Start;
        while (true)
        {
            var last = written.IsCompleted;
            var page = await app.Store.ReadLogAsync(app.UserId, [Workout.Collection], cursor, 5, default);
            foreach (var entry in page.Entries)
                seen[entry.Key.Id] = entry.Sequence;
            cursor = page.CursorAfter(cursor);
            if (last && !page.HasMore)
                return seen;
        }
    }

    private static WorkoutChange Change(string id, string title, double second) =>
        new(Edits.Ride(title), id, Edits.At(second)) { Intent = WorkoutIntent.Create };
}
