using FitServerless.Bench.Api;

namespace FitServerless.Bench.Load;

internal static class Scenarios
{
    private const int UploadingRiders = 4;
    private const int StoredUploads = 8;

    /// <summary>
    /// Azurite looks at every row of the table for every query, so what adds many rows comes last; the 8 riders' 12,000 are there from the
    /// start. The real service seeks.
    /// </summary>
    public static readonly IReadOnlyList<Scenario> All =
    [
        new("none", "signed in, nothing done", (2000, 8000, 8000), TimeSpan.FromSeconds(10), setup => ReadAsync(setup, rider => rider.ReadImpossible())),
        new("pull0", "pull, nothing new", (400, 2400, 2400), TimeSpan.FromSeconds(5), setup => ReadAsync(setup, rider => rider.PullNew())),
        new("pull500", "pull 500 changes", (60, 240, 256), TimeSpan.FromSeconds(6), setup => ReadAsync(setup, rider => rider.PullAll())),
        new("list", "list the last 100", (200, 1200, 1600), TimeSpan.FromSeconds(5), setup => ReadAsync(setup, rider => rider.List())),
        new("upload", "upload 3,600 samples", (10, 32, 64), TimeSpan.FromSeconds(12), UploadAsync),
        new("read", "read 3,600 samples back", (30, 128, 192), TimeSpan.FromSeconds(8), ReadBackAsync),
        new("push", "push 50 new workouts", (40, 160, 256), TimeSpan.FromSeconds(10), PushAsync),
    ];

    /// <summary>About four pushes a rider, and as good as never two at once: a device waits for its answer before it sends again.</summary>
    private static async Task<Func<int, Exchange>> PushAsync(CellSetup setup)
    {
        var riders = await setup.NewRidersAsync(Math.Max(setup.Connections, setup.Requests / 4));
        return i => riders[i % riders.Count].Push(SampleRides.New(50));
    }

    private static async Task<Func<int, Exchange>> ReadAsync(CellSetup setup, Func<Rider, Exchange> request)
    {
        var riders = await setup.Population.GetAsync(setup.Api, setup.CancellationToken);
        return RoundRobin([.. riders.Select(request)]);
    }

    private static async Task<Func<int, Exchange>> UploadAsync(CellSetup setup)
    {
        var riders = await setup.NewRidersAsync(UploadingRiders);
        return RoundRobin([.. Enumerable.Range(0, setup.Requests).Select(i => riders[i % riders.Count].Upload(SampleRides.WithSamples()))]);
    }

    private static async Task<Func<int, Exchange>> ReadBackAsync(CellSetup setup)
    {
        var riders = await setup.NewRidersAsync(UploadingRiders);
        var reads = new List<Exchange>();
        for (var i = 0; i < StoredUploads; i++)
        {
            var rider = riders[i % riders.Count];
            await setup.Api.SendAsync(rider.Upload(SampleRides.WithSamples(), id => reads.Add(rider.Read(id))), setup.CancellationToken);
        }

        return RoundRobin(reads);
    }

    private static Func<int, Exchange> RoundRobin(IReadOnlyList<Exchange> exchanges) => i => exchanges[i % exchanges.Count];
}
