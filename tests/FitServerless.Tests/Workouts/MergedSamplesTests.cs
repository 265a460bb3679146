using FitServerless.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

/// <summary>Measurements of both sides are kept, whoever's words win.</summary>
public sealed class MergedSamplesTests
{
    private static readonly MeasurementSeries First = Samples.Of(Channel.Power, 100, 110);
    private static readonly MeasurementSeries Second = Samples.At(Channel.Power, (1, 90), (2, 120));
    private static readonly MeasurementSeries Both = MeasurementSeries.Union(First, Second);

    private readonly Fold _fold = new();

    [Fact]
    public void A_later_edit_with_samples_merges_and_tells_the_outcome()
    {
        _fold.Apply(Edits.Create(1, samples: First));

        Assert.Equal(ChangeStatus.Merged, _fold.Apply(Edits.Create(2, "Commute", Second)).Status);
        Assert.Equal(Both, _fold.Samples);
        Assert.Equal("Commute", (string?)_fold.Content!["title"]);
        Assert.Equal(3, (int?)_fold.Content!["measurementCount"]);
    }

    [Fact]
    public void An_earlier_edit_loses_its_words_but_not_its_samples()
    {
        _fold.Apply(Edits.Create(2, "Commute", First));

        Assert.Equal(ChangeStatus.Merged, _fold.Apply(Edits.Create(1, "Ride", Second)).Status);
        Assert.Equal(Both, _fold.Samples);
        Assert.Equal("Commute", (string?)_fold.Content!["title"]);
        Assert.Equal(Edits.At(2).At, _fold.State!.UpdatedAt);
    }

    [Fact]
    public void Samples_that_are_there_already_make_no_merge()
    {
        _fold.Apply(Edits.Create(2, "Commute", Both));

        Assert.Equal(ChangeStatus.Stale, _fold.Apply(Edits.Create(1, "Ride", Second)).Status);
        Assert.Equal(1, _fold.State!.Version);
    }

    [Fact]
    public void A_repeated_edit_that_brings_more_samples_adds_them()
    {
        _fold.ApplyAll(Edits.Create(1, samples: First), Edits.Create(1, samples: Second));

        Assert.Equal(Both, _fold.Samples);
        Assert.Equal(2, _fold.State!.Version);
    }

    [Fact]
    public void A_later_edit_without_samples_keeps_them()
    {
        _fold.ApplyAll(Edits.Create(1, samples: First), Edits.Create(2, "Commute"));

        Assert.Equal(First, _fold.Samples);
        Assert.Equal(2, (int?)_fold.Content!["measurementCount"]);
        Assert.Equal(105, (int?)_fold.Content!["summary"]!["avgPower"]);
    }

    [Fact]
    public void The_summary_is_filled_where_the_client_said_nothing()
    {
        _fold.Apply(Edits.Update(1, """{"startedAt":"2025-03-01T05:00:00Z","summary":{"avgPower":1,"effort":"hard"}}""", First));

        var summary = _fold.Content!["summary"]!;
        Assert.Equal((1, 110, "hard"), ((int?)summary["avgPower"], (int?)summary["maxPower"], (string?)summary["effort"]));
    }

    [Fact]
    public void What_the_server_filled_in_follows_the_samples_though_a_client_sends_it_back()
    {
        _fold.ApplyAll(
            Edits.Create(1, samples: First),
            Edits.Update(2, """{"summary":{"avgPower":105,"maxPower":999}}"""),
            Edits.Update(3, "{}", Second));

        var summary = _fold.Content!["summary"]!;
        Assert.Equal((110, 999), ((int?)summary["avgPower"], (int?)summary["maxPower"]));
    }
}
