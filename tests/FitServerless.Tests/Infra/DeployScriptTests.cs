using System.Diagnostics;
using FitServerless.Azurite;

namespace FitServerless.Tests.Infra;

/// <summary>infra/deploy.sh, with an <c>az</c> that says what it is asked and a <c>curl</c> that answers for the app.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private readonly DirectoryInfo _tools = Directory.CreateTempSubdirectory("fitserverless-deploy-");

    public void Dispose() => _tools.Delete(recursive: true);

    [UnixFact]
    public async Task A_package_that_gets_ready_is_kept_as_the_last_good_one()
    {
        var (exitCode, said) = await DeployAsync(served: "new", ready: true, hasLast: true);

        Assert.Equal(0, exitCode);
        Assert.Equal(["config-zip new.zip", "upload new.zip"], said);
    }

    [UnixFact]
    public async Task A_version_that_does_not_answer_is_replaced_by_the_last_good_one()
    {
        var (exitCode, said) = await DeployAsync(served: "old", ready: true, hasLast: true);

        Assert.Equal(1, exitCode);
        Assert.Equal(["config-zip new.zip", "config-zip last.zip"], said);
    }

    [UnixFact]
    public async Task A_version_that_is_not_well_is_replaced_too()
    {
        var (exitCode, said) = await DeployAsync(served: "new", ready: false, hasLast: true);

        Assert.Equal(1, exitCode);
        Assert.Equal(["config-zip new.zip", "config-zip last.zip"], said);
    }

    [UnixFact]
    public async Task The_first_version_has_none_to_go_back_to()
    {
        var (exitCode, said) = await DeployAsync(served: "old", ready: true, hasLast: false);

        Assert.Equal(1, exitCode);
        Assert.Equal(["config-zip new.zip"], said);
    }

    private async Task<(int ExitCode, IEnumerable<string> Said)> DeployAsync(string served, bool ready, bool hasLast)
    {
        var log = Path.Combine(_tools.FullName, "log");
        await ToolAsync("az", $$"""
            file=; before=
            for word; do case "$before" in --src|--file) file="$word";; esac; before="$word"; done
            case "$*" in
              *"functionapp show"*) echo app.example;;
              *"config-zip"*) echo "config-zip ${file##*/}" >> '{{log}}';;
              *"blob upload"*) echo "upload ${file##*/}" >> '{{log}}';;
              *"blob download"*) {{(hasLast ? "echo package > $file;;" : "exit 3;;")}}
            esac
            """);
        await ToolAsync("curl", $$"""
            case "$*" in
              *health/ready*) exit {{(ready ? 0 : 22)}};;
              *) echo '{"name":"FitServerless","version":"1.0.0+{{served}}"}';;
            esac
            """);
        var start = new ProcessStartInfo("bash", ["infra/deploy.sh", "group", "app", "account", "new.zip", "new"])
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = $"{_tools.FullName}:{Environment.GetEnvironmentVariable("PATH")}", ["ATTEMPTS"] = "4", ["PAUSE"] = "0" },
        };
        using var script = Process.Start(start)!;
        await Task.WhenAll(script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync(), script.WaitForExitAsync());
        return (script.ExitCode, await File.ReadAllLinesAsync(log));
    }

    private async Task ToolAsync(string name, string body)
    {
        var path = Path.Combine(_tools.FullName, name);
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{body.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
