using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FitServerless.Bench.Api;
using FitServerless.Local.Host;

namespace FitServerless.Bench.Startup;

/// <summary>The app in a process of its own, so that what it uses is told apart from what this program and storage use.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly Exchange Health = new(HttpMethod.Get, "health", null);

    private readonly Process _process;

    private AppProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>From before the process started to its first answer.</summary>
    public TimeSpan StartedAfter { get; private set; }

    /// <exception cref="InvalidOperationException">The app ended, or did not answer in time.</exception>
    public static async Task<AppProcess> StartAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(FunctionHost).Assembly.Location, "--port", $"{port}"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var clock = Stopwatch.GetTimestamp();
        var app = new AppProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/"));
        // A pipe that nobody empties would stop the app once it is full.
        _ = app._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        try
        {
            await app.WaitAsync(clock, cancellationToken);
            app.StartedAfter = Stopwatch.GetElapsedTime(clock);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitAsync(long clock, CancellationToken cancellationToken)
    {
        using var api = new ApiClient(Address, connections: 1);
        while (true)
        {
            try
            {
                await api.SendAsync(Health, cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(clock) < Patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (HttpRequestException e)
            {
                throw new InvalidOperationException("The app did not start.", e);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
