namespace FitServerless.Coach.Conversations;

/// <summary>How the coach sounds: in words now, and for a client that speaks them.</summary>
public static class Voices
{
    public const string Neutral = "neutral";

    public static IReadOnlyList<string> All { get; } = [Neutral, "energetic", "calm", "professional"];
}
