using System.Diagnostics;
using FitServerless.Bench.Api;

namespace FitServerless.Bench.Load;

/// <summary>
/// Many people at once, each on a connection of their own and with pauses between requests as people make them: 4 s on average, so a thousand
/// of them send 250 requests a second. Nobody asks the coach.
/// </summary>
internal sealed class CrowdPart(Uri address, int pid, int people, TimeSpan window, CancellationToken cancellationToken)
{
    /// <summary>Few, since Azurite looks at every row of a table for every query.</summary>
    private const int RidesEach = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(6);

    private readonly Latencies _latencies = new();

    public async Task<Cell> MeasureAsync()
    {
        using var api = new ApiClient(address, people);
        var crowd = new List<(Rider Rider, string Ride)>();
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (_, _) =>
        {
            var member = await JoinAsync(api);
            lock (crowd)
                crowd.Add(member);
        });
        var noise = NoiseProbe.Milliseconds();
        await using var meter = new ProcessMeter(pid);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(crowd.Select(member => UseAsync(api, member.Rider, member.Ride, start)));
        return new Cell
        {
            Scenario = "crowd",
            Connections = people,
            Requests = _latencies.Count,
            Errors = _latencies.Errors,
            FirstError = _latencies.FirstError,
            PerSecond = _latencies.Count / Stopwatch.GetElapsedTime(start).TotalSeconds,
            P50 = _latencies.Percentile(50),
            P95 = _latencies.Percentile(95),
            P99 = _latencies.Percentile(99),
            CpuPerRequest = meter.Cpu.TotalMilliseconds / _latencies.Count,
            PeakMegabytes = meter.PeakBytes / 1048576.0,
            Noise = noise,
        };
    }

    private async Task<(Rider Rider, string Ride)> JoinAsync(ApiClient api)
    {
        var rider = await Rider.RegisterAsync(api, cancellationToken);
        var ride = "";
        await api.SendAsync(rider.Upload(SampleRides.Ride(Guid.NewGuid().ToString()), id => ride = id), cancellationToken);
        await api.SendAsync(rider.Push(SampleRides.New(RidesEach - 1)), cancellationToken);
        return (rider, ride);
    }

    private async Task UseAsync(ApiClient api, Rider rider, string ride, long start)
    {
        await PauseAsync(TimeSpan.Zero);
        while (Stopwatch.GetElapsedTime(start) < window)
        {
            try
            {
                _latencies.Add(await api.SendAsync(Next(rider, ride), cancellationToken));
            }
            catch (HttpRequestException e)
            {
                _latencies.Fail(e.Message);
            }

            await PauseAsync(ShortestPause);
        }
    }

    /// <summary>In a hundred requests: 40 pulls, 20 lists, 20 rides with their measurements, 10 statistics, 10 new rides.</summary>
    private static Exchange Next(Rider rider, string ride) => Random.Shared.Next(10) switch
    {
        < 4 => rider.PullNew(),
        < 6 => rider.List(),
        < 8 => rider.Read(ride),
        < 9 => rider.Stats(),
        _ => rider.Push(SampleRides.New(1)),
    };

    private Task PauseAsync(TimeSpan shortest) =>
        Task.Delay(shortest + ((LongestPause - shortest) * Random.Shared.NextDouble()), cancellationToken);
}
