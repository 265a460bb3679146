using System.Runtime.InteropServices;
using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

/// <summary>The commands of fit.cs. Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.</summary>
public static class Fit
{
    private const string Usage = """
        dotnet fit.cs <command>

          up [--port 7071] [--func]     run the backend on Azurite; --func runs it under Azure Functions Core Tools
          test [filter]                 run the tests, or those whose full name contains the filter
          bench [arguments]             run the benchmark
          demo [--url <address>]        fill an account of a running backend with eight weeks of rides and runs
               [--email <address>] [--password <password>]
          help                          this text
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = StopOn(PosixSignal.SIGINT, stop);
        using var terminate = StopOn(PosixSignal.SIGTERM, stop);
        using var hangUp = StopOn(PosixSignal.SIGHUP, stop);
        try
        {
            return await RunAsync(arguments, stop.Token);
        }
        catch (UsageException error)
        {
            await Console.Error.WriteLineAsync($"{error.Message}{Environment.NewLine}{Environment.NewLine}{Usage}");
            return 2;
        }
        catch (Exception error) when (error is MissingToolException or InvalidOperationException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
    }

    private static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var rest = arguments.Skip(1).ToArray();
        switch (arguments.FirstOrDefault())
        {
            case "up":
                return await Up.RunAsync(Options.Parse(rest, values: ["--port"], flags: ["--func"]), stop);
            case "test":
                return await Test.RunAsync(rest, stop);
            case "bench":
                await NodePackages.InstallAsync(stop);
                return await ChildProcess.RunAsync(
                    "dotnet", ["run", "-c", "Release", "--project", "tests/FitServerless.Bench", "--", .. rest], stop);
            case "demo":
                return await Demo.RunAsync(Options.Parse(rest, values: ["--url", "--email", "--password"], flags: []), stop);
            case "help" or "--help" or "-h":
                Console.WriteLine(Usage);
                return 0;
            case var unknown:
                throw new UsageException(unknown is null ? "Which command?" : $"There is no command '{unknown}'.");
        }
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
}
