namespace FitServerless.Chat;

/// <summary>The last that was heard of a member's keyboard.</summary>
public sealed record TypingNotice(string UserId, DateTimeOffset At, bool IsTyping)
{
    /// <summary>Clients repeat it every few seconds; who falls silent has stopped.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(6);

    public DateTimeOffset Until => At + Lifetime;
}
