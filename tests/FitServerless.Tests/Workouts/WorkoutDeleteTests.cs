using FitServerless.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

public sealed class WorkoutDeleteTests
{
    private readonly Fold _fold = new();

    public WorkoutDeleteTests() => _fold.Apply(Edits.Create(2, samples: Samples.Of(Channel.Power, 100, 110)));

    [Fact]
    public void Leaves_a_tombstone_without_words_and_out_of_the_list()
    {
        Assert.Equal(new ChangeResult(ChangeStatus.Applied, 2), _fold.Apply(Edits.Delete(3)));

        Assert.Equal(["deletedAt", "id", "updatedAt"], _fold.Content!.Select(member => member.Key).Order());
        Assert.True(_fold.State is { Deleted: true, ListedAt: null });
    }

    [Fact]
    public void Of_a_workout_that_is_not_there_finds_nothing() => Assert.Equal(404, new Fold().Apply(Edits.Delete(3)).Problem?.Status);

    [Fact]
    public void Again_is_a_duplicate()
    {
        _fold.Apply(Edits.Delete(3));

        Assert.Equal(new ChangeResult(ChangeStatus.Duplicate, 2), _fold.Apply(Edits.Delete(3)));
        Assert.Equal(new ChangeResult(ChangeStatus.Duplicate, 2), _fold.Apply(new WorkoutDelete(Edits.Id, Edits.OurTime(99))));
    }

    [Fact]
    public void Of_what_was_edited_later_is_stale_and_shows_it()
    {
        var result = _fold.Apply(Edits.Delete(1));

        Assert.Equal((ChangeStatus.Stale, 1), (result.Status, result.Version));
        Assert.Equal("Ride", WorkoutBody.Parse(result.Current!.Value).Title);
    }

    [Fact]
    public void At_the_time_of_the_edit_wins() => Assert.Equal(ChangeStatus.Applied, _fold.Apply(Edits.Delete(2)).Status);

    [Fact]
    public void Of_another_version_is_refused_and_shows_the_current_one()
    {
        var result = _fold.Apply(new WorkoutDelete(Edits.Id, Edits.OurTime(9)) { IfVersion = 7 });

        Assert.Equal(412, result.Problem?.Status);
        Assert.NotNull(result.Current);
    }

    [Fact]
    public void Yields_to_a_later_edit_which_brings_the_samples_back_with_it()
    {
        _fold.Apply(Edits.Delete(3));

        Assert.Equal(ChangeStatus.Applied, _fold.Apply(Edits.Create(4, "Commute")).Status);
        Assert.Equal((2, 2), (_fold.Samples.Count, (int?)_fold.Content!["measurementCount"]));
        Assert.False(_fold.Content!.ContainsKey("deletedAt"));
    }

    [Fact]
    public void Stands_against_a_later_update_that_does_not_say_enough_to_make_the_workout()
    {
        _fold.Apply(Edits.Delete(3));

        var result = _fold.Apply(Edits.Update(4, """{"title":"x"}"""));

        Assert.Equal(ChangeStatus.Stale, result.Status);
        Assert.NotNull(WorkoutBody.Parse(result.Current!.Value).DeletedAt);
    }

    [Fact]
    public void Stands_against_an_earlier_edit_and_takes_no_samples_from_it()
    {
        _fold.Apply(Edits.Delete(3));

        var result = _fold.Apply(Edits.Create(1, samples: Samples.Of(Channel.Power, 1, 2, 3)));

        Assert.Equal(ChangeStatus.Stale, result.Status);
        Assert.NotNull(result.Current);
        Assert.Equal(2, _fold.Samples.Count);
    }
}
