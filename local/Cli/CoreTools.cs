using System.Diagnostics;
using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

/// <summary>Azure Functions Core Tools, which run the real worker and so need the real packages.</summary>
internal sealed class CoreTools : IRuntime
{
    private static readonly string Output = Path.Combine(RepositoryRoot.Folder, "functions", "bin", "Release", "net10.0");

    public CoreTools()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "func.exe" : "func"))))
            throw new MissingToolException(
                "`func` was not found. Install Azure Functions Core Tools 4 (https://aka.ms/azfunc-install), or leave --func out.");
    }

    public string Project => "functions";

    public Process Start(int port, string storage)
    {
        // Written by the worker's SDK, which only the real packages bring.
        if (!File.Exists(Path.Combine(Output, "worker.config.json")))
            throw new InvalidOperationException(
                "Core Tools need the real Azure packages, which the configured NuGet feeds lack. Leave --func out.");
        return ChildProcess.Start("func", ["start", "--port", $"{port}"], Output, ("AzureWebJobsStorage", storage));
    }
}
