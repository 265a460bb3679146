namespace FitServerless.Chat.Moderation;

/// <summary>Lets readable text pass: something visible, and no control characters but line breaks and tabs.</summary>
internal sealed class PlainTextModeration : IMessageModeration
{
    public ValueTask<string?> ReviewAsync(string roomId, string userId, string content, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Review(content));

    private static string? Review(string content)
    {
        if (string.IsNullOrWhiteSpace(content))
            return "The message is blank.";
        return content.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? "The message has control characters." : null;
    }
}
