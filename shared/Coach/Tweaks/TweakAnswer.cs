namespace FitServerless.Coach.Tweaks;

/// <summary>The answer to a <see cref="CoachEvent"/>, in snake_case.</summary>
public sealed record TweakAnswer
{
    public bool Success { get; init; } = true;

    public required Tweak Tweak { get; init; }

    public required string UserId { get; init; }

    public required string Event { get; init; }

    public bool AiPowered { get; init; }
}
