using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// One history: devices edit and sync while storage fails, answers get lost and processes die; then all is well again, everybody syncs, and
/// everybody must have the same, which must be what the rules say.
/// </summary>
internal sealed class SimulationRun
{
    private readonly AppTables _tables;
    private readonly List<WorkoutEdit> _edits = [];
    private readonly Dictionary<WorkoutEdit, WorkoutSyncResult> _answers = [];
    private readonly List<SimulatedDevice> _devices;
    private readonly bool _wildClocks;

    /// <param name="wildClocks">Some devices run years ahead: their edits count at another time than they say.</param>
    /// <param name="connect">As in <see cref="DocumentRun"/>.</param>
    public SimulationRun(int seed, bool wildClocks, Func<Mishaps, AppTables>? connect = null)
    {
        _wildClocks = wildClocks;
        UserId = $"0198c0de-0001-7000-8000-{seed:x12}";
        Random = new Random(seed);
        Turns = new Turns(Random);
        Clock = new SimulatedClock(Random, Turns);
        Mishaps = new Mishaps(Random, Turns) { Rate = Random.Next(0, 30) };
        _tables = (connect ?? MemoryTableService.Connect)(Mishaps);
        _devices = [.. Enumerable.Range(0, Random.Next(2, 9)).Select(number => new SimulatedDevice(number, this))];
    }

    public Random Random { get; }

    public Turns Turns { get; }

    public SimulatedClock Clock { get; }

    public Mishaps Mishaps { get; }

    public string UserId { get; }

    public int Faults { get; set; }

    public SimulatedServer NewProcess() => new(_tables, Clock);

    public TimeSpan SkewOf(int number) => Random.Next(4) switch
    {
        0 => TimeSpan.FromDays(-365 * 10),
        1 when _wildClocks => TimeSpan.FromDays(365 * (number + 1)),
        2 => TimeSpan.FromSeconds(-Random.Next(60)),
        _ => TimeSpan.Zero,
    };

    public void Edited(WorkoutEdit edit) => _edits.Add(edit);

    public void Answered(WorkoutEdit edit, WorkoutSyncResult result) => _answers[edit] = result;

    public IReadOnlyList<string> Run()
    {
        var steps = Random.Next(3, 15);
        Turns.Run([.. _devices.Select(device => device.LiveAsync(steps))]);
        Mishaps.Rate = 0;
        for (var round = 0; round < 2 || !_devices.TrueForAll(device => device.IsQuiet); round++)
        {
            Assert.True(round < 1000, "The devices never come to rest.");
            foreach (var device in _devices)
                Turns.Run(device.TrySyncAsync());
        }

        return Check();
    }

    private IReadOnlyList<string> Check()
    {
        var stored = PullAll().FindAll(workout => workout.DeletedAt is null);
        Assert.Equal(stored.Count, stored.Select(workout => workout.Id).Distinct().Count());
        var expected = stored.ConvertAll(workout =>
        {
            var replica = new Replica();
            replica.Take(workout);
            return replica.ToString();
        });
        expected.Sort(StringComparer.Ordinal);
        Assert.All(_devices, device => Assert.Equal(string.Join("\n", expected), string.Join("\n", device.Replicas)));
        Assert.All(_edits, edit => Assert.NotEqual(ChangeStatus.Rejected, _answers[edit].Outcome.Status));
        if (!_wildClocks)
            Assert.All(_edits.GroupBy(edit => _answers[edit].Id), edits => CheckWinner(edits, stored.Find(workout => workout.Id == edits.Key)));
        return expected;
    }

    /// <summary>The latest edit is what stands; all samples of a workout that nobody deleted are in it.</summary>
    private static void CheckWinner(IEnumerable<WorkoutEdit> edits, Workout? stored)
    {
        var winner = edits.MaxBy(edit => edit.UpdatedAt)!;
        Assert.Equal(winner.Action == "delete", stored is null);
        if (stored is null || winner.Action == "delete" || edits.Any(edit => edit.Action == "delete"))
            return;
        Assert.Equal(winner.Title, stored.Title);
        var samples = edits.Aggregate(MeasurementSeries.Empty, (all, edit) => MeasurementSeries.Union(all, edit.Measurements ?? MeasurementSeries.Empty));
        Assert.Equal(samples.Count, stored.MeasurementCount ?? 0);
    }

    private List<Workout> PullAll()
    {
        var all = new List<Workout>();
        var (cursor, server) = (SyncCursor.Start, NewProcess());
        WorkoutSyncAnswer answer;
        do
        {
            var pull = server.SyncAsync(UserId, cursor, 7, []);
            Turns.Run(pull);
            answer = pull.GetAwaiter().GetResult();
            all.AddRange(answer.Changes.Select(WorkoutBody.Parse));
            cursor = answer.Cursor;
        }
        while (answer.HasMore);
        return all;
    }
}
