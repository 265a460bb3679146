namespace FitServerless.Chat;

/// <summary>Where a mention is found.</summary>
public sealed record MentionData(string RoomId, long Sequence);
