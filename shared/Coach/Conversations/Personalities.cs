namespace FitServerless.Coach.Conversations;

/// <summary>How the coach treats people.</summary>
public static class Personalities
{
    public const string Supportive = "supportive";
    public const string ToughLove = "tough_love";
    public const string Analytical = "analytical";
    public const string Motivational = "motivational";

    public static IReadOnlyList<string> All { get; } = [Supportive, ToughLove, Analytical, Motivational];
}
