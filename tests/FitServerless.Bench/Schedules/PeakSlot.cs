namespace FitServerless.Bench.Schedules;

/// <summary>
/// How long the fullest quarter hour of a million people takes on 20 instances, by what one of them was measured to cost. Not measured but assumed:
/// storage answers in 10 ms, the engine takes half a second from one page to the next, and an instance has one core, as fast as one of this machine.
/// </summary>
/// <param name="Zones">How the people live.</param>
/// <param name="People">Of the fullest slot.</param>
/// <param name="TransactionsPerSecond">Of storage, meanwhile; an account takes 20,000.</param>
internal sealed record PeakSlot(string Zones, int People, double Seconds, double TransactionsPerSecond)
{
    public const int Everybody = 1_000_000;

    public const int Instances = 20;

    private const int ZoneCount = 24;

    private const double TransactionSeconds = 0.010;

    private const double TurnaroundSeconds = 0.5;

    /// <summary>Of the app: shards of a slot, each page by page; jobs of a page at once; transactions of a page beside its jobs'.</summary>
    private const int Shards = 16, PageSize = 100, AtOnce = 8, PageTransactions = 4;

    public static IReadOnlyList<PeakSlot> Of(Morning measured) =>
    [
        Simulate("as many in each of 24 zones", 1.0 / ZoneCount, measured),
        Simulate("a third in one of them", 1.0 / 3, measured),
    ];

    private static PeakSlot Simulate(string zones, double largest, Morning measured)
    {
        var random = new Random(20261121);
        var people = new int[ZoneCount, Shards];
        for (var i = 0; i < Everybody; i++)
            people[random.NextDouble() < largest ? 0 : random.Next(1, ZoneCount), random.Next(Shards)]++;
        var slots = Enumerable.Range(0, ZoneCount)
            .Select(zone => Enumerable.Range(0, Shards).Select(shard => people[zone, shard]).ToList()).ToList();
        var fullest = slots.MaxBy(slot => slot.Sum())!;
        var seconds = fullest.Max(shard => Math.Ceiling(shard / (double)PageSize)) * PageSeconds(measured);
        return new PeakSlot(zones, fullest.Sum(), seconds, fullest.Sum() * measured.Transactions / seconds);
    }

    /// <summary>The shards' runs are fewer than the instances, so each has one to itself: its jobs wait for storage, or for its core.</summary>
    private static double PageSeconds(Morning measured)
    {
        var cpu = measured.CpuMilliseconds / 1000;
        var round = Math.Max((measured.Transactions * TransactionSeconds) + cpu, AtOnce * cpu);
        return (Math.Ceiling(PageSize / (double)AtOnce) * round) + (PageTransactions * TransactionSeconds) + TurnaroundSeconds;
    }
}
