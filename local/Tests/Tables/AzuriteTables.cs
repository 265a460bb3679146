using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

/// <summary>Azurite's table service on a free port, its data in memory.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    public const string Account = "devstoreaccount1";

    /// <summary>Public and the same in every emulator.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Endpoint => new($"http://127.0.0.1:{_port}/{Account}");

    public static TableSharedKeyCredential Credential => new(Account, Key);

    /// <summary>A table of its own for each test, so that they can share the emulator.</summary>
    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = new TableClient(Endpoint, $"t{Guid.NewGuid():N}", Credential, options);
        await table.CreateAsync();
        return table;
    }

    public async Task InitializeAsync()
    {
        var root = RepositoryRoot();
        var arguments = new[]
        {
            Path.Combine(root, "node_modules", "azurite", "dist", "src", "table", "main.js"),
            "--tableHost", "127.0.0.1", "--tablePort", $"{_port}",
            "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        };
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("successfully started", StringComparison.OrdinalIgnoreCase))
                return;
        }

        throw new InvalidOperationException($"Azurite did not start. Has 'npm ci' been run in {root}?");
    }

    public async Task DisposeAsync()
    {
        if (_process is not { } process)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FitServerless.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("FitServerless.sln is not above the tests.");
    }
}
