using FitServerless.Coach.Conversations;
using FitServerless.Schedules;

namespace FitServerless.Briefings.Reports;

/// <summary>How the coach's personalities begin and end, never what they say.</summary>
internal static class Manner
{
    /// <param name="name">The person's, already plain; may be empty.</param>
    public static string Opening(string personality, OccasionKind kind, string name)
    {
        var who = name.Length > 0 ? $", {name}" : "";
        return personality switch
        {
            Personalities.ToughLove => kind switch
            {
                OccasionKind.DailyBriefing => $"Up and at it{who}. No long speeches.",
                OccasionKind.WeekdayPlan => $"Today's work{who}. In this order.",
                OccasionKind.EveningReview => $"Let's be honest about today{who}.",
                _ => $"The numbers don't flatter{who}. Here they are.",
            },
            Personalities.Analytical => kind switch
            {
                OccasionKind.DailyBriefing => $"Status this morning{who}:",
                OccasionKind.WeekdayPlan => $"Schedule for today{who}, by priority:",
                OccasionKind.EveningReview => $"Today, planned against done{who}:",
                _ => $"The data of the period{who}:",
            },
            Personalities.Motivational => kind switch
            {
                OccasionKind.DailyBriefing => $"Good morning{who}! A new day, a new chance!",
                OccasionKind.WeekdayPlan => $"Here is how today becomes a great day{who}!",
                OccasionKind.EveningReview => $"What a day{who}! Look what came of it!",
                _ => $"Look how far you have come{who}!",
            },
            _ => kind switch
            {
                OccasionKind.DailyBriefing => $"Good morning{who}. I hope you slept well.",
                OccasionKind.WeekdayPlan => $"Here is your day{who}, one thing at a time.",
                OccasionKind.EveningReview => $"Time to wind down{who}. This was your day.",
                _ => $"Let's look back together{who}.",
            },
        };
    }

    public static string Closing(string personality, OccasionKind kind) => (personality, kind is OccasionKind.EveningReview) switch
    {
        (Personalities.ToughLove, true) => "Tomorrow counts again. Go to bed.",
        (Personalities.ToughLove, _) => "No excuses. Do it.",
        (Personalities.Analytical, true) => "Log what is missing before midnight; tomorrow's figures build on it.",
        (Personalities.Analytical, _) => "Log what you do, and the next report compares.",
        (Personalities.Motivational, true) => "Rest well, champions recover!",
        (Personalities.Motivational, _) => "You've got this!",
        (_, true) => "Sleep well; whatever today was, it is enough.",
        _ => "Be kind to yourself, and take it step by step.",
    };

    /// <summary>Around one piece of advice.</summary>
    public static string Advise(string personality, string advice) => personality switch
    {
        Personalities.ToughLove => $"Listen: {advice}",
        Personalities.Analytical => $"Recommendation: {advice}",
        Personalities.Motivational => $"Your chance today: {advice}",
        _ => $"A thought for today: {advice}",
    };
}
