using System.Reflection;
using System.Text.RegularExpressions;
using FitServerless.Azurite;
using FitServerless.Functions;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Tests.Docs;

/// <summary>What the documents name is there, and the other way round.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "README.md"));

    [Fact]
    public void Every_function_has_its_place_in_the_readme() => Assert.All(
        typeof(FunctionApp).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>(),
        name => Assert.Contains($"`{name}`", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_link_from_one_document_to_another_leads_somewhere() => Assert.Empty(
        from folder in (string[])["", "docs", "functions", "shared", "infra", "local", "tests"]
        from file in Directory.EnumerateFiles(
            Path.Combine(RepositoryRoot.Folder, folder), "*.md", folder.Length > 0 ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
        where !Path.GetRelativePath(RepositoryRoot.Folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
        from Match link in Link().Matches(File.ReadAllText(file))
        let target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)
        where !File.Exists(target) && !Directory.Exists(target)
        select $"{Path.GetRelativePath(RepositoryRoot.Folder, file)} → {link.Groups[1].Value}");

    /// <summary>Relative ones; what stands behind a # is not looked at.</summary>
    [GeneratedRegex(@"\]\(([A-Za-z0-9_./-]+)(?:#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
