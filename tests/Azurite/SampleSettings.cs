using System.Text.Json.Nodes;

namespace FitServerless.Azurite;

/// <summary>The settings that local.settings.sample.json has; an app does not start without the schedules of its timers.</summary>
public static class SampleSettings
{
    /// <summary>Those of a section, under names as configuration has them.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Of(string section) =>
        from setting in Read()
        let name = setting.Key.Replace("__", ":", StringComparison.Ordinal)
        where name.StartsWith($"{section}:", StringComparison.Ordinal)
        select KeyValuePair.Create(name, (string?)setting.Value);

    private static JsonObject Read()
    {
        var file = Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json");
        return JsonNode.Parse(File.ReadAllText(file))!["Values"]!.AsObject();
    }
}
