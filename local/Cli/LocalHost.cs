using System.Diagnostics;

namespace FitServerless.Local.Cli;

internal sealed class LocalHost : IRuntime
{
    public string Project => "local/Host";

    public Process Start(int port, string storage) => ChildProcess.Start(
        "dotnet",
        ["local/Host/bin/Release/net10.0/FitServerless.Local.Host.dll", "--port", $"{port}"],
        environment: ("AzureWebJobsStorage", storage));
}
