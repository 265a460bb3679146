using FitServerless.Research;
using FitServerless.Research.PubMed;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Research;

public sealed class StudiesTests
{
    private const int PerTopic = 3;

    private static readonly Gen<Study> OneStudy =
        from id in Gen.Choose(1, 12)
        from day in Gen.Choose(0, 6)
        from topics in Gen.SubListOf(ResearchTopics.Ids.AsEnumerable()).Where(some => some.Count > 0)
        select Make($"{id}", day, [.. topics]);

    private static readonly Gen<List<Study>> Some = OneStudy.ListOf(15).Select(studies => studies.ToList());

    [Fact]
    public void Merging_the_same_again_changes_nothing() => Law.Holds(Gen.Zip(Some, Some), lists =>
    {
        var once = Studies.Merge(lists.Item1, lists.Item2, PerTopic);
        return Same(once, Studies.Merge(once, lists.Item2, PerTopic)) && Same(once, Studies.Merge(once, once, PerTopic));
    });

    [Fact]
    public void It_does_not_matter_which_of_two_runs_that_found_different_studies_wrote_first() => Law.Holds(Some, studies =>
    {
        var unique = studies.DistinctBy(study => study.Id).ToList();
        var (odd, even) = (unique.FindAll(study => int.Parse(study.Id) % 2 == 1), unique.FindAll(study => int.Parse(study.Id) % 2 == 0));
        return Same(Studies.Merge(Studies.Merge([], odd, PerTopic), even, PerTopic), Studies.Merge(Studies.Merge([], even, PerTopic), odd, PerTopic));
    });

    [Fact]
    public void Of_each_topic_the_newest_stay_and_none_is_there_twice() => Law.Holds(Some, studies =>
    {
        var (merged, all) = (Studies.Merge(studies, [], PerTopic), Studies.Merge(studies, [], 100));
        return merged.Select(study => study.Id).Distinct().Count() == merged.Count
            && merged.SequenceEqual(merged.OrderByDescending(study => study.PublishedOn).ThenBy(study => study.Id, StringComparer.Ordinal))
            && ResearchTopics.Ids.All(topic => Days(merged, topic).Take(PerTopic).SequenceEqual(Days(all, topic).Take(PerTopic)))
            && merged.All(study => study.Topics.Any(topic => merged.Where(one => one.Topics.Contains(topic)).Take(PerTopic).Contains(study)));
    });

    [Fact]
    public void A_study_found_for_two_topics_is_one_with_both()
    {
        var merged = Assert.Single(Studies.Merge([Make("1", 0, ["strength"])], [Make("1", 0, ["hrv"]) with { Title = "Corrected" }], PerTopic));
        Assert.Equal(["hrv", "strength"], merged.Topics);
        Assert.Equal("Corrected", merged.Title);
    }

    [Fact]
    public void Of_an_article_the_reference_is_kept()
    {
        var study = Studies.Of(
            new PubMedSummary
            {
                Id = "41001",
                Title = "<i>VO</i><sub>2</sub> &amp; HRV:\n a review.",
                Journal = "Sports medicine (Auckland, N.Z.)",
                PublishedAt = "2026/11/03 00:00",
                Authors = [new("Adams A"), new("Brown B"), new("Clark C"), new("Davis D")],
                Kinds = ["Review"],
            },
            "hrv")!;
        Assert.Equal(("41001", "VO2 & HRV: a review", new DateOnly(2026, 11, 3)), (study.Id, study.Title, study.PublishedOn));
        Assert.Equal(["Adams A", "Brown B", "Clark C"], study.Authors);
        Assert.Equal("https://pubmed.ncbi.nlm.nih.gov/41001/", study.Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("41001", "", "2026/11/03 00:00")]
    [InlineData("41001", "A title", "")]
    [InlineData("41001", "A title", "2026 Nov 3")]
    [InlineData("../../evil", "A title", "2026/11/03 00:00")]
    public void Without_a_title_a_day_or_a_number_it_is_none(string id, string title, string day) =>
        Assert.Null(Studies.Of(new PubMedSummary { Id = id, Title = title, PublishedAt = day }, "hrv"));

    [Theory]
    [InlineData("p &lt; 0.05 and > 3", "p < 0.05 and > 3")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>")]
    [InlineData("a\u0000b\u001b[31m", "ab[31m")]
    public void Titles_are_plain_text_on_one_line(string title, string plain) => Assert.Equal(plain, PubMedText.Plain(title));

    [Fact]
    public void Titles_are_bounded() => Assert.Equal(501, PubMedText.Plain(new string('a', 10_000)).Length);

    [Fact]
    public void Lines_come_back_as_they_were_written_and_strange_ones_are_passed_over() => Law.Holds(Some, studies =>
        Same(studies, StudyLines.Read(StudyLines.Write(studies)))
        && Same(studies, StudyLines.Read([.. "{\"id\":7}\nnonsense\n{}\n\n"u8, .. StudyLines.Write(studies)])));

    private static IEnumerable<DateOnly> Days(IReadOnlyList<Study> studies, string topic) =>
        studies.Where(study => study.Topics.Contains(topic)).Select(study => study.PublishedOn);

    private static bool Same(IReadOnlyList<Study> some, IReadOnlyList<Study> others) =>
        StudyLines.Write(some).AsSpan().SequenceEqual(StudyLines.Write(others));

    private static Study Make(string id, int day, IReadOnlyList<string> topics) => new(
        id,
        $"Title “{id}”",
        "Journal",
        new DateOnly(2026, 11, 1).AddDays(day),
        ["A"],
        ["Review"],
        topics,
        new Uri($"https://pubmed.ncbi.nlm.nih.gov/{id}/"));
}
