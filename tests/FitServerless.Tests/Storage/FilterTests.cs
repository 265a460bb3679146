using System.Text.RegularExpressions;
using FitServerless.Azurite;

namespace FitServerless.Tests.Storage;

/// <summary>Filters are made by the client library, which quotes what goes into them, and never by putting texts together.</summary>
public sealed partial class FilterTests
{
    [Fact]
    public void Every_value_goes_into_a_filter_through_CreateQueryFilter()
    {
        var places = new List<string>();
        var checkedFilters = 0;
        foreach (var file in Sources())
        {
            var text = File.ReadAllText(file);
            foreach (Match comparison in Comparison().Matches(text))
            {
                checkedFilters++;
                if (!text[..comparison.Index].TrimEnd().EndsWith("CreateQueryFilter(", StringComparison.Ordinal))
                    places.Add($"{file}: {comparison.Value}");
            }
        }

        Assert.Empty(places);
        Assert.InRange(checkedFilters, 20, 1000);
    }

    private static IEnumerable<string> Sources() => ((string[])["shared", "functions"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>A text that holds an OData comparison with a value put in.</summary>
    [GeneratedRegex("""[$@]*"[^"\r\n]*\b(eq|ne|gt|ge|lt|le) '?\{[^"\r\n]*"|"[^"\r\n]*\b(eq|ne|gt|ge|lt|le) '?"\s*\+""", RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
