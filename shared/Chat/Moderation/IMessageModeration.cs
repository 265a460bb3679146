namespace FitServerless.Chat.Moderation;

/// <summary>Has the last word on what is said in rooms. Register another one to replace the default.</summary>
public interface IMessageModeration
{
    /// <summary>Is asked before the message is accepted; the sender waits.</summary>
    /// <returns>Why the message is refused, in words for its sender; <c>null</c> to let it pass.</returns>
    ValueTask<string?> ReviewAsync(string roomId, string userId, string content, CancellationToken cancellationToken);
}
