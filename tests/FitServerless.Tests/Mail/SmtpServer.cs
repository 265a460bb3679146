using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Tests.Live;

namespace FitServerless.Tests.Mail;

/// <summary>A mail server of other people's (Debian's python3-aiosmtpd) on a port of its own.</summary>
internal sealed class SmtpServer : IDisposable
{
    /// <summary>Debian's, which its packages belong to.</summary>
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;

    private SmtpServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Nobody's laptop has to have it, but the build has.</summary>
    public static bool IsMissing()
    {
        var isMissing = !File.Exists(Python) || Run("-c", "import aiosmtpd") is var probe && !Ends(probe);
        if (isMissing)
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The build needs aiosmtpd: apt-get install python3-aiosmtpd.");
        return isMissing;
    }

    /// <param name="options">As <c>smtp_server.py</c> says.</param>
    public static async Task<SmtpServer> StartAsync(object options)
    {
        var script = Path.Combine(RepositoryRoot.Folder, "tests", "FitServerless.Tests", "Mail", "smtp_server.py");
        var process = Run(script, JsonSerializer.Serialize(options));
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience.ForAnything);
        return new SmtpServer(process, int.Parse(port!, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The next letter that it has taken.</summary>
    public async Task<JsonNode> NextAsync() =>
        JsonNode.Parse((await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience.ForAnything))!)!;

    /// <summary>Stops it; what it has taken beside what was asked for.</summary>
    public async Task<string> StopAsync()
    {
        _process.Kill();
        return await _process.StandardOutput.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static Process Run(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static bool Ends(Process process)
    {
        using (process)
        {
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
