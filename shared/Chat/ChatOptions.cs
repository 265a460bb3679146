using System.ComponentModel.DataAnnotations;

namespace FitServerless.Chat;

/// <summary>How much a member may send, and how fresh a look at the membership must be.</summary>
public sealed class ChatOptions
{
    public const string Section = "Chat";

    /// <summary>Of one member in one room, counted by each instance for itself; all of them may come at once.</summary>
    [Range(1, 100_000)]
    public int MessagesPerMinute { get; set; } = 300;

    /// <summary>Typing notices, read marks and signals, as messages are counted. Setting up a call sends a few dozen.</summary>
    [Range(1, 100_000)]
    public int NoticesPerMinute { get; set; } = 600;

    /// <summary>
    /// How long an instance may go on trusting that a member is still one. Who has become a member is seen at once, and a removal at once by the
    /// instance that made it.
    /// </summary>
    [Range(0, 60)]
    public int MembershipCacheSeconds { get; set; } = 2;
}
