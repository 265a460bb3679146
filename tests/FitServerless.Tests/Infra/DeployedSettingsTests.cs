using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FitServerless.Azurite;

namespace FitServerless.Tests.Infra;

/// <summary>No setting of the sample is forgotten where the app is deployed: infra/app-settings.json and the templates account for each.</summary>
public sealed partial class DeployedSettingsTests
{
    private static readonly string Infra = Path.Combine(RepositoryRoot.Folder, "infra");

    private static readonly JsonObject Sample = Read(Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json"), "Values");

    private static readonly JsonObject Set = Read(Path.Combine(Infra, "app-settings.json"), "settings");

    private static readonly JsonObject Elsewhere = Read(Path.Combine(Infra, "app-settings.json"), "elsewhere");

    private static readonly JsonObject Defaults = Read(Path.Combine(Infra, "app-settings.json"), "defaults");

    private static readonly string Templates = string.Join('\n', Directory.GetFiles(Infra, "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText));

    [Fact]
    public void Every_setting_of_the_sample_is_set_or_said_to_be_right_as_it_is() => Assert.All(Sample, setting => Assert.True(
        IsNamed(setting.Key) || IsRightByDefault(setting.Key, setting.Value!.GetValue<string>()),
        $"infra/app-settings.json is to say what becomes of {setting.Key}: a value, where else it is set, or why its section's defaults are right."));

    [Fact]
    public void The_schedules_are_those_of_the_sample() =>
        Assert.Contains("loadJsonContent('../local.settings.sample.json')", Templates, StringComparison.Ordinal);

    [Fact]
    public void What_is_deployed_is_a_setting_of_the_sample() =>
        Assert.All(Set.Concat(Elsewhere).Select(setting => setting.Key), name => Assert.True(Sample.ContainsKey(name), name));

    [Fact]
    public void Every_secret_is_a_reference_to_the_vault() =>
        Assert.All(["JWT_SECRET", "ENCRYPTION_KEY", "SMTP_PASSWORD", "WebPubSub__ConnectionString"], name => Assert.Matches($@"{name}: '\$\{{fromVault\}}", Templates));

    private static bool IsNamed(string name) => Set.ContainsKey(name) || Elsewhere.ContainsKey(name) || Regex.IsMatch(Templates, $@"\b{name}\b");

    /// <summary>The sample holds the app's own defaults. An empty one says that there is nothing to go by, so somebody has to decide about it.</summary>
    private static bool IsRightByDefault(string name, string value) =>
        value.Length > 0 && Defaults.ContainsKey(Section().Match(name).Value);

    private static JsonObject Read(string file, string member) => JsonNode.Parse(File.ReadAllText(file))![member]!.AsObject();

    [GeneratedRegex("^.+?(?=__)")]
    private static partial Regex Section();
}
