using System.Net.Sockets;
using FitServerless.Local.Host.Durable;
using FitServerless.Local.Host.Http;
using FitServerless.Local.Host.Invocation;
using FitServerless.Local.Host.Timers;
using Microsoft.Extensions.Options;

namespace FitServerless.Local.Host;

/// <summary>A function app running in this process, without Core Tools.</summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    internal FunctionHost(
        WebApplication app, IReadOnlyList<HttpFunction> httpFunctions, IReadOnlyList<TimerFunction> timers, DurableFunctions? durable)
    {
        _app = app;
        HttpFunctions = httpFunctions;
        Timers = timers;
        DurableFunctions = durable is null ? [] : [.. durable.All];
    }

    public Uri BaseAddress => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    internal IReadOnlyList<HttpFunction> HttpFunctions { get; }

    internal IReadOnlyList<TimerFunction> Timers { get; }

    internal IReadOnlyList<Function> DurableFunctions { get; }

    /// <exception cref="FunctionHostException">A function, a setting or the port is not as it must be.</exception>
    /// <exception cref="OptionsValidationException">The app's own options are not valid.</exception>
    public static async Task<FunctionHost> StartAsync(FunctionHostOptions options, CancellationToken cancellationToken = default)
    {
        RefuseTakenPort(options);
        var host = new FunctionHostBuilder(options).Build();
        try
        {
            // The app would do this itself while starting, but then also log what is thrown here.
            host.Services.GetService<IStartupValidator>()?.Validate();
            await host._app.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host._app.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs a timer now, as <c>POST /admin/functions/{name}</c> does, but returns when it is done and throws what it throws.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No timer has that name.</exception>
    public Task RunTimerAsync(string functionName, CancellationToken cancellationToken = default) =>
        _app.Services.GetRequiredService<TimerService>().FireAsync(functionName, cancellationToken);

    /// <summary>Returns when Ctrl+C or SIGTERM came, and requests in flight were given their few seconds.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    // Before anything of the app has started, and not after its hosted services have.
    private static void RefuseTakenPort(FunctionHostOptions options)
    {
        using var probe = new TcpListener(options.Address, options.Port);
        try
        {
            probe.Start();
        }
        catch (SocketException exception)
        {
            throw new FunctionHostException($"Port {options.Port} cannot be used: {exception.Message}.", exception);
        }
    }
}
