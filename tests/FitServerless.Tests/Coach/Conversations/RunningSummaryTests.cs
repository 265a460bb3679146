using FitServerless.Coach.Conversations;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Coach.Conversations;

public sealed class RunningSummaryTests
{
    [Fact]
    public void It_keeps_the_beginnings_of_what_was_said_on_a_line_each() =>
        Assert.Equal(
            "2025-03-01: before\n2025-03-01: my knee hurts",
            RunningSummary.Extend("2025-03-01: before", [TurnOf("my  knee\nhurts")]));

    [Fact]
    public void It_stays_within_its_length_and_forgets_the_oldest_first() => Law.Holds(
        ArbMap.Default.GeneratorFor<NonNull<string>>().ListOf(60),
        texts =>
        {
            var summary = RunningSummary.Extend("", texts.Select(text => TurnOf(text.Get + new string('x', 100))));
            return summary.Length <= RunningSummary.MaxLength && summary.Split('\n')[^1].Length <= 12 + 161;
        });

    private static Turn TurnOf(string text) => new(1, "m", text, "ok", null) { At = FakeClock.Morning };
}
