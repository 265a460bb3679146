using System.Text.Json;

namespace FitServerless.Local.Host.Settings;

/// <summary>The <c>Values</c> of local.settings.json, which Core Tools hands to the worker as environment variables.</summary>
internal static class LocalSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static Dictionary<string, string?> Read(string contentRoot)
    {
        var path = Path.Combine(contentRoot, "local.settings.json");
        return File.Exists(path) ? Parse(path) : [];
    }

    public static string KeyOf(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    private static Dictionary<string, string?> Parse(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return !document.RootElement.TryGetProperty("Values", out var values)
                ? []
                : values.EnumerateObject().ToDictionary(
                    value => KeyOf(value.Name),
                    value => (string?)value.Value.ToString());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FunctionHostException($"{path} is not a valid settings file: {exception.Message}", exception);
        }
    }
}
