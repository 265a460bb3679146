using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FitServerless.Azurite;
using FitServerless.Tests.Live;

namespace FitServerless.Tests.Api;

/// <summary>The backend as a process of its own, so that it can be killed.</summary>
internal sealed class BackendProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _printed = new();

    private BackendProcess(Process process, Uri address)
    {
        (_process, Http) = (process, ApiFixture.Client(address));
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        // A pipe that nobody empties would stop the process once it is full.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    /// <summary>On both outputs, so far.</summary>
    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    public static async Task<BackendProcess> StartAsync(string storage, string secret, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", ["FitServerless.Local.Host.dll", "--port", $"{port}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AzureWebJobsStorage"] = storage, ["JWT_SECRET"] = secret, ["Accounts__PasswordIterations"] = "1000" },
        };
        var own = settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value));
        foreach (var (name, value) in SampleSchedules.All.Concat(RaisedLimits.All).Concat(own))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var backend = new BackendProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        await backend.WaitUntilItAnswersAsync();
        return backend;
    }

    /// <summary>As the platform does when an instance crashes: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has printed a text; the console's logger is a little behind.</summary>
    public async Task PrintsAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience.ForAnything);
        while (!Printed.Contains(text, StringComparison.Ordinal))
            await Task.Delay(20, patience.Token);
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

    private void Keep(object process, DataReceivedEventArgs line)
    {
        lock (_printed)
            _printed.AppendLine(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
