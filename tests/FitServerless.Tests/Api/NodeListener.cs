using System.Diagnostics;
using FitServerless.Azurite;
using FitServerless.Tests.Live;

namespace FitServerless.Tests.Api;

/// <summary>A client on Node, with other people's EventSource: it comes back by itself when a stream ends.</summary>
internal sealed class NodeListener : IDisposable
{
    private readonly Process _process;

    private NodeListener(Process process) => _process = process;

    public static async Task<NodeListener> StartAsync(Uri url, params string[] types)
    {
        await NodeModules.InstallAsync();
        var script = Path.Combine(RepositoryRoot.Folder, "tests", "FitServerless.Tests", "Api", "listen.mjs");
        return new NodeListener(Process.Start(new ProcessStartInfo("node", [script, url.ToString(), .. types]) { RedirectStandardOutput = true })!);
    }

    /// <summary>The next event's type and id.</summary>
    public async Task<(string Type, string Id)> NextAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience.ForAnything);
        var parts = line!.Split(' ', 3);
        return (parts[0], parts[1]);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
