using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>An offline-first client: edits its replicas, keeps the edits until they are answered, pulls what others did.</summary>
internal sealed class SimulatedDevice(int number, SimulationRun run)
{
    private readonly List<Replica> _replicas = [];
    private readonly List<(WorkoutEdit Edit, Replica Replica)> _outbox = [];
    private readonly TimeSpan _skew = run.SkewOf(number);
    private readonly SimulatedServer _server = run.NewProcess();
    private SyncCursor _cursor = SyncCursor.Start;
    private bool _hasMore = true;
    private DateTimeOffset _lastEdit = DateTimeOffset.UnixEpoch;
    private int _edits;

    public bool IsQuiet => _outbox.Count == 0 && !_hasMore;

    public IReadOnlyList<string> Replicas => [.. _replicas.Where(replica => !replica.Deleted).Select(replica => replica.ToString()).Order(StringComparer.Ordinal)];

    public async Task LiveAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await run.Turns.WaitAsync();
            var choice = run.Random.Next(10);
            if (choice < 2 || _replicas.Count == 0)
                Edit("create", New());
            else if (choice < 5)
                Edit("update", Any());
            else if (choice < 6)
                Edit("delete", Any());
            else
                await TrySyncAsync();
        }
    }

    /// <summary>Sends what is unanswered and pulls; whatever goes wrong, it comes again with the next sync.</summary>
    public async Task TrySyncAsync()
    {
        var sent = _outbox.ToList();
        try
        {
            var answer = await _server.SyncAsync(run.UserId, _cursor, run.Random.Next(1, 20), [.. sent.Select(item => item.Edit)]);
            if (run.Mishaps.LosesAnswer())
                return;
            _outbox.RemoveRange(0, sent.Count);
            Take(answer, sent);
        }
        catch (ProcessDeathException)
        {
            _server.Restart();
        }
        catch (Exception e) when (e is SyncContentionException || StorageFaults.IsOutage(e))
        {
            run.Faults++;
        }
    }

    private void Take(WorkoutSyncAnswer answer, List<(WorkoutEdit Edit, Replica Replica)> sent)
    {
        foreach (var (result, (edit, replica)) in answer.Results!.Zip(sent))
        {
            replica.Id = result.Id;
            run.Answered(edit, result);
            if (result.Outcome.Current is { } current)
                replica.Take(WorkoutBody.Parse(current));
            else if (result.Outcome.Status == ChangeStatus.Applied)
                replica.Take(edit, result);
            else
                replica.Version = result.Outcome.Version;
        }

        foreach (var change in answer.Changes.Select(WorkoutBody.Parse))
            ReplicaOf(change).Take(change);
        _cursor = answer.Cursor;
        _hasMore = answer.HasMore;
    }

    private void Edit(string action, Replica replica)
    {
        var edit = new WorkoutEdit
        {
            Action = action,
            Id = replica.Id,
            LocalId = replica.LocalId,
            StartedAt = new DateTimeOffset(2026, 3, 1, 6, 30, 0, TimeSpan.Zero).AddDays(run.Random.Next(5)),
            Title = $"{number}/{++_edits}",
            UpdatedAt = NextEditTime(),
            Measurements = run.Random.Next(4) == 0 ? Samples() : null,
        };
        (replica.Title, replica.Deleted) = (edit.Title, action == "delete");
        _outbox.Add((edit, replica));
        run.Edited(edit);
    }

    private Replica New()
    {
        var replica = new Replica { LocalId = $"device {number} workout {_edits}" };
        _replicas.Add(replica);
        return replica;
    }

    private Replica Any() => _replicas[run.Random.Next(_replicas.Count)];

    private Replica ReplicaOf(Workout workout)
    {
        var replica = _replicas.Find(replica => replica.Id == workout.Id)
            ?? _replicas.Find(replica => replica.LocalId == workout.LocalId && workout.LocalId is not null);
        if (replica is null)
            _replicas.Add(replica = new Replica());
        return replica;
    }

    /// <summary>The device's own clock, ascending; its last digit is the device, so that no two devices edit at the same time.</summary>
    private DateTimeOffset NextEditTime()
    {
        var clock = (run.Clock.GetUtcNow() + _skew).ToUnixTimeMilliseconds() / 10;
        var next = Math.Max(clock, (_lastEdit.ToUnixTimeMilliseconds() / 10) + 1);
        return _lastEdit = DateTimeOffset.FromUnixTimeMilliseconds((next * 10) + number);
    }

    private MeasurementSeries Samples()
    {
        var builder = new SeriesBuilder();
        for (var i = run.Random.Next(5); i < 8; i++)
        {
            builder.AddRow(1_772_346_600_000 + (i * 1000));
            builder.Set(run.Random.Next(2) == 0 ? Channel.Power : Channel.Heartrate, 100 + run.Random.Next(100));
        }

        return builder.Build();
    }
}
