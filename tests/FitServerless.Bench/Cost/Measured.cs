using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Azurite;

namespace FitServerless.Bench.Cost;

/// <summary>What an operation costs in transactions, as <c>dotnet fit.cs bench --parts budgets --json docs/measured.json</c> left it.</summary>
internal sealed class Measured(IReadOnlyDictionary<string, double> figures)
{
    private static readonly string File = Path.Combine(RepositoryRoot.Folder, "docs", "measured.json");

    /// <exception cref="KeyNotFoundException">The record has no such line: measure again.</exception>
    public double this[string operation] => figures[operation];

    public static Measured Read()
    {
        var lines = JsonNode.Parse(System.IO.File.ReadAllText(File))?["budgets"]?.AsArray() ?? throw new JsonException($"{File} has no budgets.");
        return new(lines.ToDictionary(line => line!["operation"]!.GetValue<string>(), line => line!["measured"]!.GetValue<double>()));
    }
}
