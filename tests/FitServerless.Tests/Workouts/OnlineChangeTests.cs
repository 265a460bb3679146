using FitServerless.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

/// <summary>Creates and updates over HTTP, which may refuse where offline edits may not.</summary>
public sealed class OnlineChangeTests
{
    private readonly Fold _fold = new();

    public OnlineChangeTests() => _fold.Apply(Edits.Post(Edits.OurTime(1)));

    [Fact]
    public void A_repeated_post_is_a_duplicate() =>
        Assert.Equal(new ChangeResult(ChangeStatus.Duplicate, 1), _fold.Apply(Edits.Post(Edits.OurTime(9))));

    [Theory]
    [InlineData(9, true)]
    [InlineData(0, false)]
    public void A_post_under_the_id_of_another_workout_is_a_conflict_and_shows_it(double second, bool ours)
    {
        var result = _fold.Apply(Edits.Post(Edits.At(second) with { IsOurs = ours }, "Commute"));

        Assert.Equal(409, result.Problem?.Status);
        Assert.Equal("Ride", WorkoutBody.Parse(result.Current!.Value).Title);
    }

    [Fact]
    public void A_repeated_post_with_other_samples_is_a_conflict_and_shows_the_workout()
    {
        var result = _fold.Apply(Edits.Post(Edits.OurTime(9), samples: Samples.Of(Channel.Power, 1)));

        Assert.Equal(409, result.Problem?.Status);
        Assert.NotNull(result.Current);
    }

    [Fact]
    public void A_put_replaces_what_is_there_and_makes_nothing_new()
    {
        Assert.Equal(new ChangeResult(ChangeStatus.Applied, 2), _fold.Apply(Edits.Put(Edits.OurTime(2), "Commute")));
        Assert.Equal(404, new Fold().Apply(Edits.Put(Edits.OurTime(2), "Commute")).Problem?.Status);
    }

    [Fact]
    public void A_put_on_another_version_is_refused_and_shows_the_current_one()
    {
        _fold.Apply(Edits.Put(Edits.OurTime(2), "Commute", ifVersion: 1));

        var result = _fold.Apply(Edits.Put(Edits.OurTime(3), "Race", ifVersion: 1));

        Assert.Equal((412, 2), (result.Problem?.Status, result.Version));
        Assert.Equal("Commute", WorkoutBody.Parse(result.Current!.Value).Title);
    }

    /// <summary>RFC 9110, 13.1.1: the condition is false because the request itself was carried out before.</summary>
    [Fact]
    public void A_put_whose_answer_was_lost_succeeds_when_it_is_repeated()
    {
        _fold.Apply(Edits.Put(Edits.OurTime(2), "Commute", ifVersion: 1));

        Assert.Equal(new ChangeResult(ChangeStatus.Duplicate, 2), _fold.Apply(Edits.Put(Edits.OurTime(3), "Commute", ifVersion: 1)));
    }

    [Fact]
    public void A_put_on_another_version_adds_no_samples()
    {
        var result = _fold.Apply(Edits.Put(Edits.OurTime(3), "Ride", ifVersion: 7, Samples.Of(Channel.Power, 1)));

        Assert.Equal(412, result.Problem?.Status);
        Assert.Equal(0, _fold.Samples.Count);
    }

    [Fact]
    public void A_put_does_not_bring_a_deleted_workout_back()
    {
        _fold.Apply(Edits.Delete(5));

        Assert.Equal(404, _fold.Apply(Edits.Put(Edits.OurTime(9), "Commute")).Problem?.Status);
    }
}
