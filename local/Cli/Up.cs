using System.Diagnostics;
using System.Globalization;
using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

internal static class Up
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(Options options, CancellationToken stop)
    {
        var port = ParsePort(options["--port"] ?? "7071");
        if (Storage.IsTaken(port))
            throw new InvalidOperationException(
                $"Port {port} is taken. Stop what has it, or choose another: dotnet fit.cs up --port {port + 1}");
        var runtime = options.Has("--func") ? (IRuntime)new CoreTools() : new LocalHost();
        await NodePackages.InstallAsync(stop);
        LocalSettings.CreateIfMissing();
        await using var claim = Storage.Claim();

        if (await ChildProcess.RunAsync("dotnet", ["build", runtime.Project, "-c", "Release", "--nologo"], stop) is not 0 and var failure)
            return failure;
        await using var azurite = await Storage.StartAsync(stop);
        return await ServeAsync(runtime, port, azurite, stop);
    }

    private static async Task<int> ServeAsync(IRuntime runtime, int port, AzuriteProcess azurite, CancellationToken stop)
    {
        using var server = runtime.Start(port, azurite.ConnectionString);
        try
        {
            if (await IsListeningAsync(server, port, stop))
                Console.WriteLine(Welcome(port));
            await server.WaitForExitAsync(stop);
            Console.Error.WriteLine("The backend ended by itself.");
            return server.ExitCode is 0 ? 1 : server.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        finally
        {
            await ChildProcess.StopAsync(server);
        }
    }

    private static async Task<bool> IsListeningAsync(Process server, int port, CancellationToken stop)
    {
        while (!server.HasExited && !Storage.IsTaken(port))
        {
            await Task.Delay(PollInterval, stop);
        }
        return !server.HasExited;
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new UsageException($"'{text}' is no port.");

    private static string Welcome(int port) => $$"""

        FitServerless runs on http://localhost:{{port}}; Ctrl+C stops it. Try, in another terminal:

          curl http://localhost:{{port}}/health
          curl http://localhost:{{port}}/auth/register -H 'Content-Type: application/json' \
            -d '{"email":"me@example.com","password":"three kittens on a bike"}'
          dotnet fit.cs demo{{(port is 7071 ? "" : $" --url http://localhost:{port}")}}

        """;
}
