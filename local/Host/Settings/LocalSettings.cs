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

    /// <summary>Names as environment variables have them, <c>A__B</c> for <c>A:B</c>; of repeated ones the last counts.</summary>
    public static Dictionary<string, string?> LastOfEach(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings) last[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
        return last;
    }

    private static Dictionary<string, string?> Parse(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return !document.RootElement.TryGetProperty("Values", out var values)
                ? []
                : LastOfEach(values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, (string?)value.Value.ToString())));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FunctionHostException($"{path} is not a valid settings file: {exception.Message}", exception);
        }
    }
}
