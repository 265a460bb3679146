using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>
/// One history of the sync of all collections: devices edit and sync while storage fails, answers get lost, requests come twice, processes die
/// and old deletes are forgotten; then all is well again, everybody syncs, and <see cref="DocumentLaws"/> must hold.
/// </summary>
internal sealed class DocumentRun
{
    private readonly AppTables _tables;
    private readonly List<DocumentDevice> _devices;
    private readonly SyncOptions _options = new() { HistoryVersions = 50, Collections = { ["journal"] = new() { MergeFields = false } } };

    /// <param name="connect">Tables whose calls meet with mishaps; in memory unless said.</param>
    public DocumentRun(int seed, Func<Mishaps, AppTables>? connect = null)
    {
        UserId = $"0198c0de-0000-7000-8000-{seed:x12}";
        Random = new Random(seed);
        Turns = new Turns(Random);
        Clock = new SimulatedClock(Random, Turns);
        Mishaps = new Mishaps(Random, Turns) { Rate = Random.Next(0, 30) };
        _tables = (connect ?? MemoryTableService.Connect)(Mishaps);
        _devices = [.. Enumerable.Range(0, Random.Next(2, 9)).Select(number => new DocumentDevice(number, this))];
    }

    public Random Random { get; }

    public Turns Turns { get; }

    public SimulatedClock Clock { get; }

    public Mishaps Mishaps { get; }

    public string UserId { get; }

    public List<DocumentEdit> Edits { get; } = [];

    public bool Purges { get; private set; }

    public int Faults { get; set; }

    public SyncProcess NewProcess() => new(_tables, Clock, _options);

    public TimeSpan SkewOf(int number) => Random.Next(5) switch
    {
        0 => TimeSpan.FromDays(-3650),
        1 => TimeSpan.FromDays(365 * (number + 1)),
        2 => TimeSpan.FromSeconds(-Random.Next(60)),
        3 => TimeSpan.FromSeconds(Random.Next(240)),
        _ => TimeSpan.Zero,
    };

    public string Run()
    {
        var steps = Random.Next(3, 15);
        List<Task> lives = [.. _devices.Select(device => device.LiveAsync(steps))];
        if (Purges = Random.Next(3) == 0)
            lives.Add(PurgeAsync());
        Turns.Run([.. lives]);
        Mishaps.Rate = 0;
        // Whoever was quiet before the last push hears of it in the next round, and may have to start over.
        for (var (round, quiet) = (0, 0); quiet < 3; round++)
        {
            Assert.True(round < 1000, "The devices never come to rest.");
            foreach (var device in _devices)
                Turns.Run(device.TrySyncAsync());
            quiet = _devices.TrueForAll(device => device.IsQuiet) ? quiet + 1 : 0;
        }

        return Check();
    }

    public static string Text(IEnumerable<KeyValuePair<DocumentKey, DocumentReplica>> replicas) => string.Join(
        '\n', replicas.Where(replica => !replica.Value.Deleted).Select(replica => $"{replica.Key} {replica.Value}").Order(StringComparer.Ordinal));

    /// <summary>A quarter passes, and the cleaner comes; it may be killed anywhere, too.</summary>
    private async Task PurgeAsync()
    {
        for (var i = Random.Next(20); i > 0; i--)
            await Turns.WaitAsync();
        Clock.Pass(TimeSpan.FromDays(100));
        try
        {
            await NewProcess().Store.PurgeTombstonesAsync(
                UserId, new Sequence(Clock.GetUtcNow().AddDays(-_options.TombstoneDays).UtcTicks), default);
        }
        catch (Exception e) when (e is ProcessDeathException or SyncContentionException || StorageFaults.IsOutage(e))
        {
            Faults++;
        }
    }

    private string Check()
    {
        var stored = PullAll();
        foreach (var device in _devices)
            Assert.Equal(Text(stored), device.Replicas);
        var store = NewProcess().Store;
        foreach (var edits in Edits.GroupBy(edit => edit.Key))
        {
            var found = Now(store.FindAsync(UserId, edits.Key, false, default));
            DocumentLaws.Check([.. edits], found, Now(store.ReadHistoryAsync(UserId, edits.Key, default)), Purges);
        }

        return Text(stored);
    }

    /// <summary>All that a new device gets.</summary>
    private Dictionary<DocumentKey, DocumentReplica> PullAll()
    {
        var all = new Dictionary<DocumentKey, DocumentReplica>();
        var (cursor, hasMore, process) = (SyncCursor.Start, true, NewProcess());
        while (hasMore)
        {
            var answer = Assert.IsType<SyncOutcome.Done>(Now(process.Sync.PullAsync(UserId, cursor, null, 7, default))).Answer;
            foreach (var change in answer.Changes)
                all[change.Key] = DocumentReplica.Of(change);
            (cursor, hasMore) = (answer.Cursor, answer.HasMore);
        }

        return all;
    }

    private T Now<T>(Task<T> task)
    {
        Turns.Run(task);
        return task.GetAwaiter().GetResult();
    }
}
