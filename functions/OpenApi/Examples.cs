using System.Text.Json.Nodes;

namespace FitServerless.Functions.OpenApi;

/// <summary>Bodies to copy, and answers to expect: one file a function, named as it is.</summary>
internal static class Examples
{
    /// <summary><c>null</c> when the function has none.</summary>
    public static JsonNode? Of(string function) => Read($"Examples.{function}.json");

    /// <summary><c>null</c> when the function has none.</summary>
    public static JsonNode? AnswerOf(string function) => Read($"Answers.{function}.json");

    private static JsonNode? Read(string name)
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream(name);
        return file is null ? null : JsonNode.Parse(file);
    }
}
