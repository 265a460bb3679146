using System.Reflection;
using System.Text.RegularExpressions;
using FitServerless.Azurite;
using FitServerless.Functions;
using FitServerless.Quotas;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Docs;

/// <summary>An alert names an event by its id: each is one event's for ever, and of the range that docs/operations.md gives its folder.</summary>
public sealed partial class EventIdTests
{
    private static readonly IReadOnlyList<(int Id, string Where, string Folder)> Events =
    [
        .. from type in new[] { typeof(FunctionApp), typeof(QuotaService) }.SelectMany(type => type.Assembly.GetTypes())
           from method in type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           select (message.EventId, $"{type.FullName}.{method.Name}", FolderOf(type)),
    ];

    [Fact]
    public void No_two_events_share_an_id() =>
        Assert.Empty(Events.GroupBy(one => one.Id).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.Where))}"));

    [Fact]
    public void Every_event_is_in_the_range_of_its_folder()
    {
        var ranges = Ranges();
        Assert.NotEmpty(Events);
        Assert.All(Events, one => Assert.True(
            ranges.Any(range => range.Folder == one.Folder && one.Id >= range.First && one.Id <= range.Last),
            $"{one.Id} of {one.Where} is in no range that docs/operations.md gives {one.Folder}."));
    }

    [Fact]
    public void No_two_ranges_overlap()
    {
        var ranges = Ranges().Select(range => (range.First, range.Last)).Distinct().OrderBy(range => range.First).ToList();
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.Last < pair.Second.First, $"{pair}"));
    }

    /// <summary>As they stand in the repository: <c>shared/Chat</c>, <c>functions/Http</c>.</summary>
    private static string FolderOf(Type type)
    {
        var names = type.Namespace!.Split('.').Skip(1).ToList();
        return names[0] == "Functions" ? $"functions/{names.ElementAtOrDefault(1)}" : $"shared/{names[0]}";
    }

    private static List<(int First, int Last, string Folder)> Ranges() =>
    [
        .. from Match row in Range().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", "operations.md")))
           from Match folder in Folder().Matches(row.Groups["folders"].Value)
           select (int.Parse(row.Groups["first"].ValueSpan, null), int.Parse(row.Groups["last"].ValueSpan, null), folder.Groups["name"].Value),
    ];

    [GeneratedRegex(@"^\| (?<first>\d{4})–(?<last>\d{4}) \| (?<folders>.+?) \|", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Folder();
}
