using System.Globalization;
using FitServerless.Research.PubMed;

namespace FitServerless.Research;

/// <summary>What is done with studies, without storage.</summary>
internal static class Studies
{
    private const int AuthorsTold = 3;

    /// <summary><c>null</c> for what has no title or no day.</summary>
    public static Study? Of(PubMedSummary summary, string topic)
    {
        var title = PubMedText.Plain(summary.Title);
        return title.Length > 0 && TryReadDay(summary.PublishedAt, out var day) && ulong.TryParse(summary.Id, NumberStyles.None, null, out _)
            ? new Study(
                summary.Id,
                title,
                PubMedText.Plain(summary.Journal),
                day,
                [.. summary.Authors.Take(AuthorsTold).Select(author => PubMedText.Plain(author.Name))],
                [.. summary.Kinds.Select(PubMedText.Plain)],
                [topic],
                new Uri($"https://pubmed.ncbi.nlm.nih.gov/{summary.Id}/"))
            : null;
    }

    /// <summary>
    /// All of them, the newest first; one that is there twice once, as it was found later and with the topics of both. Of each topic only so many:
    /// a study stays for as long as it is among the newest of one of its topics.
    /// </summary>
    public static IReadOnlyList<Study> Merge(IEnumerable<Study> kept, IEnumerable<Study> found, int perTopic)
    {
        var all = kept.Concat(found).GroupBy(study => study.Id, (_, same) => Unite([.. same]))
            .OrderByDescending(study => study.PublishedOn).ThenBy(study => study.Id, StringComparer.Ordinal).ToList();
        var staying = ResearchTopics.Ids.SelectMany(topic => all.Where(study => study.Topics.Contains(topic)).Take(perTopic)).ToHashSet();
        return all.FindAll(staying.Contains);
    }

    private static Study Unite(List<Study> same) =>
        same[^1] with { Topics = [.. ResearchTopics.Ids.Where(topic => same.Exists(study => study.Topics.Contains(topic)))] };

    private static bool TryReadDay(string time, out DateOnly day) =>
        DateOnly.TryParseExact(time.Split(' ')[0], "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
