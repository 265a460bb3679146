using System.Text.Json.Nodes;

namespace FitServerless.Accounts.Profiles;

/// <summary>What one member of the settings must be, where it is set.</summary>
internal sealed record SettingRule(IReadOnlyList<string> Path, Func<JsonNode, bool> IsValid, string Message)
{
    public string Name => $"settings.{string.Join('.', Path)}";

    public bool Holds(JsonObject settings)
    {
        JsonNode? value = settings;
        foreach (var name in Path)
            value = value is JsonObject parent ? parent[name] : null;
        return value is null || IsValid(value);
    }
}
