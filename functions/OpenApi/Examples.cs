using System.Text.Json.Nodes;

namespace FitServerless.Functions.OpenApi;

/// <summary>Bodies to copy: one file a function, named as it is.</summary>
internal static class Examples
{
    /// <summary><c>null</c> when the function has none.</summary>
    public static JsonNode? Of(string function)
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream($"Examples.{function}.json");
        return file is null ? null : JsonNode.Parse(file);
    }
}
