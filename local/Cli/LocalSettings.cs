using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Azurite;

namespace FitServerless.Local.Cli;

/// <summary>local.settings.json, which git ignores, made from the sample with a secret of its own.</summary>
internal static class LocalSettings
{
    // HS256 wants a key of at least 32 bytes (RFC 7518, section 3.2).
    private const int SecretBytes = 48;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void CreateIfMissing()
    {
        var file = Path.Combine(RepositoryRoot.Folder, "local.settings.json");
        if (File.Exists(file))
            return;
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json")))!;
        settings["Values"]!["JWT_SECRET"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        File.WriteAllText(file, settings.ToJsonString(Indented) + Environment.NewLine);
        Console.WriteLine("Made local.settings.json from the sample, with a new JWT_SECRET.");
    }
}
