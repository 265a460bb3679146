using FitServerless.Sync;

namespace FitServerless.Coach.Conversations;

internal static class ConversationRules
{
    public const int MaxText = 2_000;

    public static Dictionary<string, string[]> Check(ConversationRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.Personality is { } personality && !Personalities.All.Contains(personality))
            errors["personality"] = [$"One of {string.Join(", ", Personalities.All)}."];
        if (request.Voice is { } voice && !Voices.All.Contains(voice))
            errors["voice"] = [$"One of {string.Join(", ", Voices.All)}."];
        return errors;
    }

    public static Dictionary<string, string[]> Check(MessageRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.Id is { } id && !DocumentIds.IsValid(id))
            errors["id"] = ["1 to 100 characters, none of them a slash, a quote or a control."];
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > MaxText)
            errors["text"] = [$"1 to {MaxText} characters."];
        return errors;
    }
}
