using System.Diagnostics;
using FitServerless.Bench.Api;

namespace FitServerless.Bench.Load;

/// <summary>Closed loops: each connection sends its next request when it has the answer to its last.</summary>
internal sealed class LoadPart(Uri address, int? pid, bool quick, CancellationToken cancellationToken)
{
    private const int QuickRequests = 4;

    /// <summary>What the app does after its answer counts, too.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMilliseconds(50);

    private readonly Population _population = new(quick ? 1 : 8);

    public async Task<Cell> RunAsync(Scenario scenario, int connections)
    {
        var requests = quick ? QuickRequests * connections : scenario.RequestsAt(connections);
        using var api = new ApiClient(address, connections);
        var request = await scenario.PrepareAsync(new(api, _population, requests, connections, cancellationToken));
        var noise = NoiseProbe.Milliseconds();
        await using var meter = pid is { } id ? new ProcessMeter(id) : null;
        var latencies = new Latencies();
        var elapsed = await LoopAsync(api, request, requests, connections, scenario.Limit, latencies);
        await Task.Delay(Aftermath, cancellationToken);
        return new Cell
        {
            Scenario = scenario.Name,
            Connections = connections,
            Requests = latencies.Count,
            Errors = latencies.Errors,
            FirstError = latencies.FirstError,
            PerSecond = latencies.Count / elapsed.TotalSeconds,
            P50 = latencies.Percentile(50),
            P95 = latencies.Percentile(95),
            P99 = latencies.Percentile(99),
            CpuPerRequest = meter?.Cpu.TotalMilliseconds / latencies.Count,
            PeakMegabytes = meter?.PeakBytes / 1048576.0,
            Noise = noise,
        };
    }

    private async Task<TimeSpan> LoopAsync(
        ApiClient api, Func<int, Exchange> request, int requests, int connections, TimeSpan limit, Latencies latencies)
    {
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(ConnectionAsync, cancellationToken)));
        return Stopwatch.GetElapsedTime(start);

        async Task ConnectionAsync()
        {
            while (Stopwatch.GetElapsedTime(start) < limit && Interlocked.Increment(ref next) is var i && i < requests)
                await SendAsync(api, request(i), latencies);
        }
    }

    private async Task SendAsync(ApiClient api, Exchange exchange, Latencies latencies)
    {
        try
        {
            latencies.Add(await api.SendAsync(exchange, cancellationToken));
        }
        catch (HttpRequestException e)
        {
            latencies.Fail(e.Message);
        }
    }
}
