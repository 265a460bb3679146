using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FitServerless.Azurite;

namespace FitServerless.Tests.Api;

/// <summary>The backend as a process of its own, so that it can be killed.</summary>
internal sealed class BackendProcess : IDisposable
{
    private readonly Process _process;

    private BackendProcess(Process process, Uri address) => (_process, Http) = (process, ApiFixture.Client(address));

    public HttpClient Http { get; }

    public static async Task<BackendProcess> StartAsync(string storage, string secret)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", ["FitServerless.Local.Host.dll", "--port", $"{port}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment = { ["AzureWebJobsStorage"] = storage, ["JWT_SECRET"] = secret, ["Accounts__PasswordIterations"] = "1000" },
        };
        foreach (var (name, value) in SampleSchedules.All.Concat(RaisedLimits.All))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var backend = new BackendProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        // A pipe that nobody empties would stop the process once it is full.
        _ = backend._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await backend.WaitUntilItAnswersAsync();
        return backend;
    }

    /// <summary>As the platform does when an instance crashes: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Http.Dispose();
    }

    private async Task WaitUntilItAnswersAsync()
    {
        while (!_process.HasExited)
        {
            try
            {
                (await Http.GetAsync("health")).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("The backend ended as it started.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
