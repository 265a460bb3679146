using System.Text.Json;
using FitServerless.Coach.Model;

namespace FitServerless.Coach.Conversations;

/// <summary>Puts a conversation to a model.</summary>
internal static class ReplyPrompt
{
    /// <summary>Turns that go into the prompt; each may be 4,000 characters, about a thousand tokens.</summary>
    private const int Turns = 12;

    private const string Task = """
        You talk with one person about their training, food, sleep and motivation. Reply to "message" in its language, in two to six short
        sentences, concretely, with what the data of "athlete" say where that helps. If something needed is not in the data, ask for it.
        Each user's message is such a JSON document; "earlier" sums up what was said before.

        """;

    public static ModelPrompt Of(Transcript transcript, string text, Athlete athlete) => new()
    {
        Purpose = "chat",
        Instructions = CoachPrompt.Instructions(Task + Manner(transcript.Conversation)),
        Messages =
        [
            .. transcript.Turns.TakeLast(Turns).SelectMany(turn => (ModelMessage[])
                [new(Document(new PromptMessage(turn.Text))), new(turn.Reply, IsReply: true)]),
            new(Document(new PromptMessage(text, athlete, NullIfEmpty(transcript.Conversation.Summary)))),
        ],
        MaxTokens = 500,
    };

    private static string Manner(Conversation conversation) => conversation.Personality switch
    {
        Personalities.ToughLove => "Be blunt and demanding, never insulting; no excuses, but never push through pain.",
        Personalities.Analytical => "Be matter-of-fact; reason from the figures, name them, and say what follows.",
        Personalities.Motivational => "Be enthusiastic; celebrate small steps and point to the next one.",
        _ => "Be warm and encouraging; acknowledge feelings before you advise.",
    } + $" Tone: {conversation.Voice}.";

    private static string Document(PromptMessage message) => JsonSerializer.Serialize(message, PromptJson.Default.PromptMessage);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
