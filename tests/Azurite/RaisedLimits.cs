using System.Text.Json.Nodes;

namespace FitServerless.Azurite;

/// <summary>Limits of requests that no test and no load reaches.</summary>
public static class RaisedLimits
{
    private const string Section = "RateLimits__";

    /// <summary>By the names of settings, with colons.</summary>
    public static IReadOnlyDictionary<string, string?> All { get; } = Read();

    private static Dictionary<string, string?> Read()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json")))!;
        return sample["Values"]!.AsObject()
            .Select(value => value.Key)
            .Where(name => name.StartsWith(Section, StringComparison.Ordinal) && !name.EndsWith("Percent", StringComparison.Ordinal) && !name.EndsWith("Milliseconds", StringComparison.Ordinal))
            .ToDictionary(name => name.Replace("__", ":", StringComparison.Ordinal), _ => (string?)"1000000000");
    }
}
