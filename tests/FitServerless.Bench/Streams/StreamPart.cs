using System.Diagnostics;
using Azure.Core.Pipeline;
using FitServerless.Bench.Api;
using FitServerless.Bench.Budgets;
using FitServerless.Bench.Startup;
using FitServerless.Functions;
using FitServerless.Local.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        var counter = new TransactionCounter();
        await using var host = await FunctionHost.StartAsync(
            new()
            {
                FunctionAssembly = typeof(FunctionApp).Assembly,
                Register = (builder, configuration) => builder.AddFitServerless(configuration),
                ConfigureServices = services => services.AddSingleton<HttpPipelinePolicy>(counter),
                Settings = settings,
                Port = 0,
                RunTimers = false,
                LogLevel = LogLevel.Warning,
            },
            cancellationToken);
        using var api = new ApiClient(host.BaseAddress, connections: 1);
        using var open = new Listeners(host.BaseAddress);
        await open.AddAsync(await Rider.RegisterAsync(api, cancellationToken), count, cancellationToken);
        await Task.Delay(Calm, cancellationToken);
        var before = counter.Count;
        await Task.Delay(window, cancellationToken);
        return (counter.Count - before) / window.TotalMinutes;
    }
}
