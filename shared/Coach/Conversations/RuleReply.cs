using System.Globalization;
using FitServerless.Coach.Safety;

namespace FitServerless.Coach.Conversations;

/// <summary>
/// The coach's reply without a model: where the person stands, from their own workouts, and one thing to do. The personality decides how it
/// begins and ends, never what is advised.
/// </summary>
internal static class RuleReply
{
    /// <summary>What cannot be said aloud of the person's log, such as a workout that is called a cure, is left out with the rest of it.</summary>
    public static string Write(string personality, string text, Athlete athlete)
    {
        var reply = Draft(personality, Topics.Of(text), athlete);
        return CoachGate.CheckReply(reply).Count == 0 ? reply : Draft(personality, Topics.Of(text), Athlete.Unknown);
    }

    private static string Draft(string personality, Topic topic, Athlete athlete) =>
        string.Join(' ', ((string[])[Opening(personality, topic), Facts(topic, athlete), Advice(topic, athlete), Closing(personality, topic)])
            .Where(part => part.Length > 0));

    private static string Opening(string personality, Topic topic) => (personality, topic) switch
    {
        (_, Topic.Pain) => personality == Personalities.ToughLove ? "Pain is where tough stops." : "I'm sorry to hear that.",
        (Personalities.ToughLove, _) => "Straight to it.",
        (Personalities.Analytical, _) => "Here is what your log says.",
        (Personalities.Motivational, _) => "Good that you're here!",
        _ => "Thanks for telling me.",
    };

    private static string Facts(Topic topic, Athlete athlete)
    {
        if (topic == Topic.Pain)
            return "";
        if (athlete.Last is not { } last)
            return "There is no workout of the last four weeks in your log yet.";
        var length = last.Minutes is > 0 and { } minutes ? $", {minutes} minutes" : "";
        var streak = athlete.Streak > 1 ? $" That is {athlete.Streak} days in a row." : "";
        var week = $"you trained on {Days(athlete.DaysThisWeek)} of the last seven";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Your last workout was {Quote(last.Title)}{length}, {Ago(last.DaysAgo)}; {week}.{streak}");
    }

    private static string Advice(Topic topic, Athlete athlete) => topic switch
    {
        Topic.Pain => "Stop whatever brings it on and leave that part alone today. If it is sharp, swells, or stays for more than a few days, "
            + "please see a doctor or a physiotherapist before you train it again.",
        Topic.Tired => athlete.Last?.DaysAgo <= 1 || athlete.DaysThisWeek >= 5
            ? "You have earned a rest day: a walk of 20 minutes, some mobility, and an early night will do more than another session."
            : "Try 15 easy minutes and decide then; if it still feels heavy, stop there and sleep on it.",
        Topic.Food => "Build each meal around a source of protein, vegetables, and some whole grains or potatoes, and drink water with it. "
            + "Ask for meal suggestions in the app, with your goal and what you leave out, for meals with exact amounts.",
        Topic.Progress => Progress(athlete),
        Topic.Motivation => "Make it small: put on your shoes and do ten minutes. You may stop after those, and mostly you won't.",
        _ => Next(athlete),
    };

    private static string Progress(Athlete athlete) => (athlete.DaysThisWeek - athlete.DaysLastWeek) switch
    {
        > 0 => $"That is up from {Days(athlete.DaysLastWeek)} in the week before. Keep the number for another week before you make sessions "
            + "longer or harder.",
        < 0 => $"That is down from {Days(athlete.DaysLastWeek)} in the week before. Plan the next two sessions now, on fixed days, and keep "
            + "them short.",
        _ => "That is as many as in the week before. To move on, add a little to one session: one set, or five minutes.",
    };

    private static string Next(Athlete athlete) => athlete.Last?.DaysAgo switch
    {
        null => "Start with 20 easy minutes of something you like, two or three times this week, and log it.",
        0 => "For today you are done. Next time, train something else than today, so that what worked hard can recover.",
        1 or 2 => athlete.DaysThisWeek >= 5
            ? "With so many days of training, make today an easy one: mobility, or a walk."
            : "Today is a good day for a session of 30 to 45 minutes, with something else in front than last time.",
        _ => "After the break, begin with 20 to 30 minutes at a pace at which you can talk, and build up from there.",
    };

    private static string Closing(string personality, Topic topic) => (personality, topic) switch
    {
        (_, Topic.Pain) => "How does it feel when you don't move it?",
        (Personalities.ToughLove, _) => "So: when do you do it?",
        (Personalities.Analytical, _) => "Log the next session, and we compare.",
        (Personalities.Motivational, _) => "One step today counts. Which one is it?",
        _ => "Does that fit into your day?",
    };

    private static string Ago(int days) => days switch
    {
        0 => "today",
        1 => "yesterday",
        _ => $"{days} days ago",
    };

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    /// <summary>The person's own words, shortened, and without what could end the quote.</summary>
    private static string Quote(string title)
    {
        var plain = new string([.. title.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',')]);
        return plain.Length switch
        {
            0 => "a workout",
            <= 40 => $"“{plain}”",
            _ => $"“{plain[..40].TrimEnd()}…”",
        };
    }
}
