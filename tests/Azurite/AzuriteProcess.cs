using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FitServerless.Azurite;

/// <summary>One Azurite with its three services, gone when it is disposed or when this process dies in whatever way.</summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    // Azurite's public development account:
    // https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Standard input ends with the process that holds its other end, even one that is killed. Azurite's own handler saves its data.
    private const string Guard = "data:text/javascript,process.stdin.on('end',()=>process.emit('SIGTERM')||process.exit()).resume()";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SaveTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly bool _keepsData;

    private AzuriteProcess(Process process, bool keepsData, IReadOnlyDictionary<string, Uri> endpoints)
    {
        (_process, _keepsData) = (process, keepsData);
        ConnectionString = $"DefaultEndpointsProtocol={endpoints["Blob"].Scheme};AccountName={Account};AccountKey={Key};"
            + string.Concat(endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={new Uri(endpoint.Value, Account)};"));
    }

    public string ConnectionString { get; }

    /// <exception cref="MissingToolException">Node is missing or too old, or npm cannot install Azurite.</exception>
    /// <exception cref="InvalidOperationException">Azurite ended instead of listening, for example because a port is taken.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new AzuriteOptions();
        await NodeModules.InstallAsync(cancellation);
        var process = Process.Start(new ProcessStartInfo("node", Arguments(options))
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            return new AzuriteProcess(process, options.Folder is not null, await ReadEndpointsAsync(process, cancellation));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_keepsData)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(SaveTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static IEnumerable<string> Arguments(AzuriteOptions options) =>
    [
        "--import", Guard,
        .. options.ManyRows ? ["--require", Path.Combine(RepositoryRoot.Folder, "tests", "Azurite", "many-rows.cjs")] : (string[])[],
        Path.Combine(RepositoryRoot.Folder, "node_modules", "azurite", "dist", "src", "azurite.js"),
        "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        "--blobPort", $"{options.BlobPort}", "--queuePort", $"{options.QueuePort}", "--tablePort", $"{options.TablePort}",
        .. options.Folder is null ? ["--inMemoryPersistence"] : (string[])["--location", options.Folder],
        .. options.Arguments,
    ];

    private static async Task<Dictionary<string, Uri>> ReadEndpointsAsync(Process process, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(StartTimeout);
        var endpoints = new Dictionary<string, Uri>();
        while (endpoints.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(deadline.Token)
                ?? throw new InvalidOperationException(
                    $"Azurite did not start. {await process.StandardError.ReadToEndAsync(deadline.Token)}");
            if (Listening().Match(line) is { Success: true } match)
                endpoints[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
        }
        // A pipe that nobody empties would stop Azurite once it is full.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return endpoints;
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>\S+)$")]
    private static partial Regex Listening();
}
