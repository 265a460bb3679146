using System.ComponentModel;
using System.Diagnostics;
using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

/// <summary>A program that shares this console and ends with this one.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Process Start(
        string program, IEnumerable<string> arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? RepositoryRoot.Folder };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new MissingToolException($"`{program}` was not found.");
        }
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Start(program, arguments);
        try
        {
            await process.WaitForExitAsync(stop);
            return process.ExitCode;
        }
        finally
        {
            await StopAsync(process);
        }
    }

    /// <summary>Asks first, so that it can finish what it is at, and insists after 15 seconds.</summary>
    public static async Task StopAsync(Process process)
    {
        if (!process.HasExited && !OperatingSystem.IsWindows())
        {
            using var ask = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync().WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }
}
