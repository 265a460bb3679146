using System.Diagnostics;

namespace FitServerless.Local.Tests.Host;

/// <summary>Azurite's blob service on a free port, with its data in memory.</summary>
public sealed class Azurite : IAsyncLifetime
{
    // Azurite's own account, the same on every machine: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Listening = "successfully listens on ";

    private Process _process = null!;
    private Uri _endpoint = null!;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint={_endpoint}devstoreaccount1;";

    public async Task InitializeAsync()
    {
        string[] arguments = [FindScript(), "--blobPort", "0", "--inMemoryPersistence", "--disableTelemetry", "--silent"];
        _process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                _endpoint = new Uri(line[(at + Listening.Length)..]);
                return;
            }
        }

        throw new InvalidOperationException($"Azurite ended with {_process.ExitCode} before it listened.");
    }

    public async Task DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "node_modules", "azurite", "dist", "src", "blob", "main.js");
            if (File.Exists(script)) return script;
        }

        throw new InvalidOperationException("Azurite is not installed; 'npm ci' at the root does it.");
    }
}
