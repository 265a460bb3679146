using System.Text.Json.Nodes;
using FitServerless.Azurite;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Garmin's own decoder (<c>@garmin/fitsdk</c>: isFIT, checkIntegrity, full decode).</summary>
internal static class GarminSdk
{
    /// <returns>Messages by type.</returns>
    public static async Task<JsonObject> DecodeAsync(byte[] fit)
    {
        await NodeModules.InstallAsync();
        var script = Path.Combine(RepositoryRoot.Folder, "tests", "FitServerless.Tests", "Workouts", "Files", "read-fit.mjs");
        return JsonNode.Parse(await Tool.OnFileAsync(fit, ".fit", path => Tool.RunAsync("node", script, path)))!.AsObject();
    }
}
