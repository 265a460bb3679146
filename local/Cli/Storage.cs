using System.Net.NetworkInformation;
using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

/// <summary>The Azurite of <c>up</c>, its data in .azurite/.</summary>
internal static class Storage
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Folder, ".azurite");

    /// <exception cref="InvalidOperationException">
    /// Another <c>up</c> has the folder: two Azurites would overwrite each other's data.
    /// </exception>
    public static FileStream Claim()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException("Another `dotnet fit.cs up` is running on .azurite/. Stop it first.");
        }
    }

    public static Task<AzuriteProcess> StartAsync(CancellationToken stop)
    {
        var options = new AzuriteOptions { Folder = Folder, BlobPort = 10000, QueuePort = 10001, TablePort = 10002 };
        if (IsTaken(options.BlobPort) || IsTaken(options.QueuePort) || IsTaken(options.TablePort))
        {
            Console.WriteLine("Ports 10000 to 10002 are not all free (another Azurite?), so this one takes others.");
            options = new AzuriteOptions { Folder = Folder };
        }
        return AzuriteProcess.StartAsync(options, stop);
    }

    public static bool IsTaken(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);
}
