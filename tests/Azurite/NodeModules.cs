using System.ComponentModel;
using System.Diagnostics;

namespace FitServerless.Azurite;

/// <summary>What package.json asks for, installed by <c>npm ci</c> when it is missing or older than package-lock.json.</summary>
public static class NodeModules
{
    private const int MinimumNode = 20;

    private static readonly string LockFile = Path.Combine(RepositoryRoot.Folder, "package-lock.json");

    // npm writes this file last.
    private static readonly string InstalledFile = Path.Combine(RepositoryRoot.Folder, "node_modules", ".package-lock.json");

    public static bool AreInstalled =>
        File.Exists(InstalledFile) && File.GetLastWriteTimeUtc(InstalledFile) >= File.GetLastWriteTimeUtc(LockFile);

    public static async Task InstallAsync(CancellationToken cancellation = default)
    {
        await RequireNodeAsync(cancellation);
        if (AreInstalled)
            return;
        await using var _ = await WaitForTurnAsync(cancellation);
        if (AreInstalled)
            return;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (exitCode, output) = await RunAsync(npm, ["ci", "--no-audit", "--no-fund"], cancellation);
        if (exitCode != 0)
            throw new MissingToolException($"`npm ci` could not install Azurite:{Environment.NewLine}{output.Trim()}");
    }

    private static async Task RequireNodeAsync(CancellationToken cancellation)
    {
        var (_, version) = await RunAsync("node", ["--version"], cancellation);
        if (!Version.TryParse(version.Trim().TrimStart('v'), out var found) || found.Major < MinimumNode)
            throw new MissingToolException($"Node {MinimumNode} or later is needed to run Azurite; this machine has {version.Trim()}.");
    }

    // Two test assemblies start at the same time on a fresh clone; one of them installs.
    private static async Task<FileStream> WaitForTurnAsync(CancellationToken cancellation)
    {
        var turn = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryRoot.Folder, "artifacts")).FullName, "npm-ci.lock");
        while (true)
        {
            try
            {
                return new FileStream(turn, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string tool, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new MissingToolException(
                $"`{start.FileName}` was not found. Install Node {MinimumNode} or later (https://nodejs.org): Azurite runs on it.");
        }
    }
}
