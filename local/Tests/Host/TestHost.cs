using FitServerless.Local.Host;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Local.Tests.Host;

/// <summary>The functions of this assembly on a free port.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly FunctionHost _host;

    private TestHost(FunctionHost host)
    {
        _host = host;
        Client = new HttpClient { BaseAddress = host.BaseAddress };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<TestHost> StartAsync(
        Action<IFunctionsWorkerApplicationBuilder>? register = null,
        Action<IServiceCollection>? services = null,
        Dictionary<string, string?>? settings = null,
        string? contentRoot = null,
        bool runTimers = false,
        bool runDurable = false,
        int port = 0) =>
        new(await FunctionHost.StartAsync(new FunctionHostOptions
        {
            FunctionAssembly = typeof(TestHost).Assembly,
            Register = (builder, _) => register?.Invoke(builder),
            ConfigureServices = services,
            Settings = new Dictionary<string, string?>(settings ?? []) { ["Schedules:Tick"] = TickSchedule(settings) },
            ContentRoot = contentRoot,
            RunTimers = runTimers,
            RunDurable = runDurable,
            Port = port,
            LogLevel = LogLevel.None,
        }));

    public Task RunTimerAsync(string functionName) => _host.RunTimerAsync(functionName);

    private static string? TickSchedule(Dictionary<string, string?>? settings) =>
        settings is not null && settings.TryGetValue("Schedules:Tick", out var schedule) ? schedule : "0 0 7 * * *";

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }
}
