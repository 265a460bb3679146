using System.Reflection;
using System.Text.RegularExpressions;
using FitServerless.Azurite;
using FitServerless.Functions;
using FitServerless.Workouts;

namespace FitServerless.Tests.Http;

/// <summary>No expression of ours can be made to think for ever by what somebody sends.</summary>
public sealed partial class RegexTests
{
    [Fact]
    public void Every_expression_is_generated_and_linear_or_gives_up_in_time()
    {
        var expressions = new[] { typeof(FunctionApp).Assembly, typeof(Workout).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMembers(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(member => (member, attribute: member.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(one => one.attribute is not null)
            .ToArray();
        Assert.NotEmpty(expressions);
        Assert.Empty(expressions
            .Where(one => !one.attribute!.Options.HasFlag(RegexOptions.NonBacktracking) && one.attribute.MatchTimeoutMilliseconds <= 0)
            .Select(one => $"{one.member.DeclaringType}.{one.member.Name} is neither NonBacktracking nor has a timeout."));
    }

    [Fact]
    public void No_expression_is_made_any_other_way() => Assert.Empty(
        from folder in (string[])["functions", "shared"]
        from path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, folder), "*.cs", SearchOption.AllDirectories)
        where !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let text = File.ReadAllText(path)
        where Made().IsMatch(text)
        select $"{path}: {Made().Match(text).Value}");

    [GeneratedRegex(@"new Regex\(|\bRegex\.(IsMatch|Matches|Match|Replace|Split|Count)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Made();
}
