using Azure;

namespace FitServerless.Briefings;

/// <summary>A briefing, and how far its letter has got.</summary>
/// <param name="ETag">Under which a letter is begun.</param>
/// <param name="MailBegunAt">When a run last began to send it.</param>
/// <param name="MailedAt">When the server had taken it, or refused it for good.</param>
public sealed record StoredBriefing(Briefing Briefing, ETag ETag, DateTimeOffset? MailBegunAt = null, DateTimeOffset? MailedAt = null);
