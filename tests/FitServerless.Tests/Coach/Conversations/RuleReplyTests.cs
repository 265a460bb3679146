using FitServerless.Coach.Conversations;
using FitServerless.Coach.Safety;

namespace FitServerless.Tests.Coach.Conversations;

public sealed class RuleReplyTests
{
    private static readonly Athlete Rider = new([new("Morning <ride> ``", "Biking", 2, 45)], 0, 3, 1, []);

    public static TheoryData<string> AllPersonalities => [.. Personalities.All];

    [Theory]
    [MemberData(nameof(AllPersonalities))]
    public void Whoever_speaks_about_whatever_passes_the_gate(string personality)
    {
        foreach (var text in (string[])["my knee hurts", "so tired", "what to eat?", "any progress", "no motivation", "what next", "hello", ""])
        {
            foreach (var athlete in (Athlete[])[Athlete.Unknown, Rider, Rider with { Streak = 9, DaysThisWeek = 7 }, Rider with { DaysThisWeek = 1, DaysLastWeek = 4 }])
                Assert.Empty(CoachGate.CheckReply(RuleReply.Write(personality, text, athlete)));
        }
    }

    [Fact]
    public void It_speaks_from_the_persons_own_log() =>
        Assert.StartsWith(
            "Here is what your log says. Your last workout was “Morning ride ”, 45 minutes, 2 days ago; you trained on 3 days of the last seven.",
            RuleReply.Write(Personalities.Analytical, "What should I do today?", Rider),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("My knee hurts when I train")]
    [InlineData("Mein Knie tut weh, was soll ich trainieren?")]
    public void Pain_comes_before_everything_and_nobody_is_told_to_train_through_it(string text)
    {
        foreach (var personality in Personalities.All)
        {
            var reply = RuleReply.Write(personality, text, Rider);
            Assert.Contains("see a doctor or a physiotherapist", reply, StringComparison.Ordinal);
            Assert.DoesNotContain("session", reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Personalities_differ_in_tone_and_not_in_advice()
    {
        var replies = Personalities.All.Select(personality => RuleReply.Write(personality, "what next", Athlete.Unknown)).ToList();
        Assert.Equal(4, replies.Distinct().Count());
        Assert.All(replies, reply => Assert.Contains("Start with 20 easy minutes", reply, StringComparison.Ordinal));
    }
}
