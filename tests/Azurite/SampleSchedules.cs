using System.Text.Json.Nodes;

namespace FitServerless.Azurite;

/// <summary>The timers' schedules as local.settings.sample.json has them: the host does not start without.</summary>
public static class SampleSchedules
{
    private const string Section = "Schedules__";

    /// <summary>By the names of settings, with colons.</summary>
    public static IReadOnlyDictionary<string, string?> All { get; } = Read();

    private static Dictionary<string, string?> Read()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json")))!;
        return sample["Values"]!.AsObject()
            .Where(value => value.Key.StartsWith(Section, StringComparison.Ordinal))
            .ToDictionary(value => value.Key.Replace("__", ":", StringComparison.Ordinal), value => (string?)value.Value);
    }
}
