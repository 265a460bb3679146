using FitServerless.Sync;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;

namespace FitServerless.Tests.Workouts;

public sealed class PlannedEditTests
{
    private const string User = "018f6d3e-7c3a-7000-8000-000000000001";
    private const string ServerId = "0190163d-8694-739b-aea5-966c26f8ad91";

    private static readonly string Derived = DocumentIds.Derive(User, "17");

    [Theory]
    [InlineData("""{"action":"create","localId":17,"startedAt":0}""")]
    [InlineData("""{"action":"update","id":17,"localId":17}""")]
    [InlineData("""{"action":"update","localId":"17"}""")]
    [InlineData("""{"action":"delete","id":"17","localId":"17"}""")]
    public void A_clients_own_id_becomes_the_servers(string edit) => Assert.Equal(Derived, Plan(edit).Id);

    [Theory]
    [InlineData($$"""{"action":"update","id":"{{ServerId}}"}""")]
    [InlineData($$"""{"action":"delete","id":"{{ServerId}}","localId":17}""")]
    [InlineData($$"""{"action":"create","localId":"{{ServerId}}"}""")]
    public void The_servers_id_is_what_it_is(string edit) => Assert.Equal(ServerId, Plan(edit).Id);

    [Fact]
    public void A_create_without_an_id_gets_one() => Assert.Equal(7, Guid.Parse(Plan("""{"action":"create"}""").Id!).Version);

    [Theory]
    [InlineData("""{"action":"create","localId":1}""", typeof(WorkoutChange))]
    [InlineData("""{"action":"update","localId":1}""", typeof(WorkoutChange))]
    [InlineData("""{"action":"delete","localId":1}""", typeof(WorkoutDelete))]
    public void The_action_says_what_to_do(string edit, Type change) => Assert.IsType(change, Plan(edit).Change, exactMatch: true);

    [Theory]
    [InlineData("""{"localId":1}""", "action")]
    [InlineData("""{"action":"upsert","localId":1}""", "action")]
    [InlineData("""{"action":"CREATE","localId":1}""", "action")]
    [InlineData("""{"action":"update"}""", "id")]
    [InlineData("""{"action":"delete"}""", "id")]
    [InlineData("""{"action":"delete","id":"a/b"}""", "id")]
    [InlineData("""{"action":"create","localId":""}""", "localId")]
    public void What_cannot_be_done_is_refused_with_the_member_that_says_why(string edit, string member)
    {
        var planned = Plan(edit);

        Assert.Null(planned.Change);
        Assert.Equal(400, planned.Problem!.Status);
        Assert.Equal([member], planned.Problem.Errors!.Keys);
    }

    [Fact]
    public void Each_edit_gets_its_own_outcome_in_the_order_they_came()
    {
        var planned = PlannedEdit.PlanAll(
            [new(Edits.Edit("""{"action":"create","localId":1}"""), null), new(null, "$.title"), new(Edits.Edit("""{"action":"delete","localId":2}"""), null)],
            User,
            Thresholds.None,
            FakeClock.Morning);

        var results = PlannedEdit.Results(planned, [new(ChangeStatus.Applied, 1), new(ChangeStatus.Duplicate, 4)]);

        Assert.Equal([ChangeStatus.Applied, ChangeStatus.Rejected, ChangeStatus.Duplicate], results.Select(result => result.Outcome.Status));
        Assert.Equal(["1", null, "2"], results.Select(result => result.LocalId));
        Assert.Equal(["$.title"], results[1].Outcome.Problem!.Errors!.Keys);
    }

    [Theory]
    [InlineData("2025-03-01T06:05:00Z", null)]
    [InlineData("2025-03-01T06:05:01Z", "2025-03-01T06:00:00Z")]
    [InlineData("2099-01-01T00:00:00Z", "2025-03-01T06:00:00Z")]
    public void A_time_too_far_ahead_is_clamped_and_told(string updatedAt, string? clampedTo) => Assert.Equal(
        clampedTo is null ? null : DateTimeOffset.Parse(clampedTo, null),
        Plan($$"""{"action":"create","localId":1,"updatedAt":"{{updatedAt}}"}""").ClampedTo);

    private static PlannedEdit Plan(string edit) => PlannedEdit.PlanAll([new ParsedEdit(Edits.Edit(edit), null)], User, Thresholds.None, FakeClock.Morning)[0];
}
