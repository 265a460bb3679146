using System.Text.Json;
using FitServerless.Analytics;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Analytics;

public sealed class EventRulesTests
{
    private static readonly DateTimeOffset Now = FakeClock.Morning;

    [Theory]
    [InlineData("a", "ride", 0)]
    [InlineData("0195504a-4700-70f0-b344-77cab2d7be21", "sync.duration_ms", -7 * 24 * 60)]
    [InlineData("A_1", "x", 10)]
    public void Events_of_the_last_days_are_taken(string id, string type, int minutes) =>
        Assert.Empty(Check(One(id, type) with { At = Now.AddMinutes(minutes) }));

    public static TheoryData<string, EventInput?> Refused => new()
    {
        { "events[0]", null },
        { "events[0].id", One(null, "ride") },
        { "events[0].id", One("", "ride") },
        { "events[0].id", One("a|b", "ride") },
        { "events[0].id", One(new string('a', 65), "ride") },
        { "events[0].id", One("a\n", "ride") },
        { "events[0].type", One("a", null) },
        { "events[0].type", One("a", "Ride") },
        { "events[0].type", One("a", "ride|t") },
        { "events[0].type", One("a", "ride/../x") },
        { "events[0].at", One("a", "ride") with { At = Now.AddDays(-7).AddTicks(-1) } },
        { "events[0].at", One("a", "ride") with { At = Now.AddMinutes(10).AddTicks(1) } },
        { "events[0].trainerId", One("a", "ride") with { TrainerId = "x' or '1' eq '1" } },
        { "events[0].trainerId", One("a", "ride") with { TrainerId = "0195504A-4700-70F0-B344-77CAB2D7BE21" } },
        { "events[0].value", One("a", "ride") with { Value = double.NaN } },
        { "events[0].value", One("a", "ride") with { Value = double.PositiveInfinity } },
        { "events[0].data", One("a", "ride") with { Data = JsonSerializer.SerializeToElement(7) } },
        { "events[0].data", One("a", "ride") with { Data = JsonSerializer.SerializeToElement(new { text = new string('x', 1024) }) } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_is_named(string member, EventInput? input) => Assert.Equal([member], Check(input));

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_batch_has_one_to_a_hundred(int count) =>
        Assert.Equal(["events"], Check([.. Enumerable.Range(0, count).Select(i => One($"e{i}", "ride"))]));

    [Fact]
    public void One_bad_event_is_named_by_its_place() => Assert.Equal(["events[1].type"], Check(One("a", "ride"), One("b", "")));

    private static EventInput One(string? id, string? type) => new() { Id = id, Type = type, At = Now };

    private static IEnumerable<string> Check(params EventInput?[] events) => EventRules.Check(new EventBatch(events), Now).Keys;
}
