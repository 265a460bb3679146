using Azure.Core.Pipeline;
using FitServerless.Bench.Api;
using FitServerless.Bench.Budgets;
using FitServerless.Functions;
using FitServerless.Local.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Bench.Startup;

/// <summary>The app in this process, so that its storage transactions can be counted, and one client of it.</summary>
internal sealed class CountedApp : IAsyncDisposable
{
    private CountedApp(FunctionHost host, TransactionCounter counter) =>
        (Host, Counter, Api) = (host, counter, new ApiClient(host.BaseAddress, connections: 1));

    public FunctionHost Host { get; }

    public TransactionCounter Counter { get; }

    public ApiClient Api { get; }

    public static async Task<CountedApp> StartAsync(
        IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken, bool runDurable = true)
    {
        var counter = new TransactionCounter();
        var host = await FunctionHost.StartAsync(
            new()
            {
                FunctionAssembly = typeof(FunctionApp).Assembly,
                Register = (builder, configuration) => builder.AddFitServerless(configuration),
                ConfigureServices = services => services.AddSingleton<HttpPipelinePolicy>(counter),
                Settings = settings,
                Port = 0,
                RunTimers = false,
                RunDurable = runDurable,
                LogLevel = LogLevel.Warning,
            },
            cancellationToken);
        return new CountedApp(host, counter);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Host.DisposeAsync();
    }
}
