using System.ComponentModel;
using System.Diagnostics;
using FitServerless.Azurite;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Runs other people's readers on a file of ours.</summary>
internal static class Tool
{
    /// <returns>Standard output.</returns>
    /// <exception cref="InvalidOperationException">It said that the file is not good.</exception>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{name} ended with {process.ExitCode}: {await output}{await errors}");
    }

    public static bool IsInstalled(string name, string versionOption = "-V")
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, versionOption) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Writes the file for the tool, and removes it when the tool is done.</summary>
    public static async Task<string> OnFileAsync(byte[] file, string extension, Func<string, Task<string>> run)
    {
        var folder = Directory.CreateTempSubdirectory("fitserverless-");
        try
        {
            var path = Path.Combine(folder.FullName, "activity" + extension);
            await File.WriteAllBytesAsync(path, file);
            return await run(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
