using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

internal static class NodePackages
{
    public static async Task InstallAsync(CancellationToken stop)
    {
        if (!NodeModules.AreInstalled)
            Console.WriteLine("Installing Azurite (npm ci), once ...");
        await NodeModules.InstallAsync(stop);
    }
}
