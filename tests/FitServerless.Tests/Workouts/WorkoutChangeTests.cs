using FitServerless.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

public sealed class WorkoutChangeTests
{
    private readonly Fold _fold = new();

    [Fact]
    public void The_first_edit_makes_the_workout()
    {
        var result = _fold.Apply(Edits.Create(1));

        Assert.Equal(new ChangeResult(ChangeStatus.Applied, 1), result);
        Assert.Equal("Biking", (string?)_fold.Content!["sportType"]);
    }

    [Fact]
    public void The_same_edit_again_is_a_duplicate()
    {
        _fold.Apply(Edits.Create(1));

        Assert.Equal(new ChangeResult(ChangeStatus.Duplicate, 1), _fold.Apply(Edits.Create(1)));
    }

    [Fact]
    public void A_later_edit_wins()
    {
        _fold.Apply(Edits.Create(1));

        Assert.Equal(new ChangeResult(ChangeStatus.Applied, 2), _fold.Apply(Edits.Create(2, "Commute")));
        Assert.Equal("Commute", (string?)_fold.Content!["title"]);
    }

    [Fact]
    public void An_earlier_edit_is_stale_and_gets_the_servers_workout()
    {
        _fold.Apply(Edits.Create(2, "Commute"));

        var result = _fold.Apply(Edits.Create(1));

        Assert.Equal((ChangeStatus.Stale, 1), (result.Status, result.Version));
        Assert.Equal("Commute", WorkoutBody.Parse(result.Current!.Value).Title);
    }

    [Fact]
    public void At_the_same_time_the_greater_content_wins_on_every_server()
    {
        var other = new Fold();
        _fold.ApplyAll(Edits.Create(1, "A"), Edits.Create(1, "B"));
        other.ApplyAll(Edits.Create(1, "B"), Edits.Create(1, "A"));

        Assert.Equal(_fold.ToString(), other.ToString());
    }

    [Fact]
    public void A_whole_edit_clears_what_it_lacks_and_an_update_keeps_it()
    {
        _fold.ApplyAll(
            Edits.Update(1, """{"startedAt":"2025-03-01T05:00:00Z","title":"Ride","notes":"Rain","durationSeconds":60.9,"localId":7}"""),
            Edits.Update(2, """{"title":null}"""));

        Assert.Equal(("Rain", 60, "7"), ((string?)_fold.Content!["notes"], (int?)_fold.Content!["durationSeconds"], (string?)_fold.Content!["localId"]));
        Assert.False(_fold.Content!.ContainsKey("title"));

        _fold.Apply(Edits.Create(3));

        Assert.False(_fold.Content!.ContainsKey("notes"));
    }

    [Theory]
    [InlineData(1, """{"endedAt":"2025-03-01T04:59:59Z"}""")]
    [InlineData(2, """{"startedAt":"2025-03-01T07:00:01Z"}""")]
    public void An_update_cannot_make_the_workout_end_before_it_starts(int second, string update)
    {
        _fold.Apply(Edits.Update(0, """{"startedAt":"2025-03-01T05:00:00Z","endedAt":"2025-03-01T07:00:00Z"}"""));

        Assert.Equal(400, _fold.Apply(Edits.Update(second, update)).Problem?.Status);
        Assert.Equal(1, _fold.State!.Version);
    }

    [Fact]
    public void An_update_without_a_start_makes_nothing() => Assert.Equal(404, _fold.Apply(Edits.Update(1, """{"title":"x"}""")).Problem?.Status);

    [Fact]
    public void A_create_without_a_start_is_invalid() => Assert.Equal(
        400, _fold.Apply(new WorkoutChange(Edits.Edit("{}"), Edits.Id, Edits.At(1)) { Intent = WorkoutIntent.Create }).Problem?.Status);

    [Fact]
    public void An_edit_without_a_time_that_says_what_is_there_is_a_duplicate()
    {
        _fold.Apply(Edits.Create(1));

        Assert.Equal(ChangeStatus.Duplicate, _fold.Apply(Edits.Put(Edits.OurTime(60), "Ride")).Status);
        Assert.Equal(ChangeStatus.Applied, _fold.Apply(Edits.Put(Edits.OurTime(60), "Commute")).Status);
    }

    [Fact]
    public void More_rows_than_one_upload_may_have_do_not_gather_in_many()
    {
        _fold.Apply(Edits.Create(1, samples: Samples.Of(Channel.Power, new double[60_000])));

        var result = _fold.Apply(Edits.Create(2, samples: Samples.At(Channel.Power, [.. Enumerable.Range(0, 60_000).Select(i => (i + 0.5, 1.0))])));

        Assert.Equal(("measurements-too-large", 422), (result.Problem?.Type, result.Problem?.Status));
        Assert.Equal(60_000, _fold.Samples.Count);
    }
}
