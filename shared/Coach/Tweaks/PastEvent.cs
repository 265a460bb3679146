namespace FitServerless.Coach.Tweaks;

public sealed record PastEvent
{
    public string? Event { get; init; }

    public string? Exercise { get; init; }
}
