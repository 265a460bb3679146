using System.Diagnostics;
using FitServerless.Bench.Api;
using FitServerless.Bench.Startup;

namespace FitServerless.Bench.Streams;

/// <summary>Opens streams on which nothing happens, and measures what they cost all the same.</summary>
internal sealed class StreamPart(int listeners, TimeSpan window, CancellationToken cancellationToken)
{
    /// <summary>0.25 + 0.5 + 1 + 2 + 4 s and some more: by then the feed is looked at as rarely as it gets.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(15);

    public async Task<IdleStreams> MeasureAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var roomy = new Dictionary<string, string?>(settings)
        {
            ["EventStreams:MaxPerUser"] = "100000",
            ["EventStreams:MaxPerInstance"] = "100000",
        };
        var bytes = await BytesEachAsync(roomy);
        return new IdleStreams(listeners, bytes, await TransactionsAsync(roomy, 1), await TransactionsAsync(roomy, listeners));
    }

    /// <summary>As many again after the first: those have paid for what is there once.</summary>
    private async Task<double> BytesEachAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var app = await AppProcess.StartAsync(settings, cancellationToken);
        using var api = new ApiClient(app.Address, connections: 1);
        using var open = new Listeners(app.Address);
        using var process = Process.GetProcessById(app.Id);
        var rider = await Rider.RegisterAsync(api, cancellationToken);
        await open.AddAsync(rider, listeners, cancellationToken);
        var before = process.WorkingSet64;
        await open.AddAsync(rider, listeners, cancellationToken);
        process.Refresh();
        return (process.WorkingSet64 - before) / (double)listeners;
    }

    private async Task<double> TransactionsAsync(IReadOnlyDictionary<string, string?> settings, int count)
    {
        await using var app = await CountedApp.StartAsync(settings, cancellationToken);
        using var open = new Listeners(app.Host.BaseAddress);
        await open.AddAsync(await Rider.RegisterAsync(app.Api, cancellationToken), count, cancellationToken);
        await Task.Delay(Calm, cancellationToken);
        var before = app.Counter.Count;
        await Task.Delay(window, cancellationToken);
        return (app.Counter.Count - before) / window.TotalMinutes;
    }
}
