namespace FitServerless.Coach.Photos;

/// <summary>What can be seen on a progress photo.</summary>
/// <param name="Labels">A few words each: the view, the posture, the place.</param>
/// <param name="Observations">Sentences for the person, none of them about health or looks.</param>
public sealed record PhotoAnalysis(
    IReadOnlyList<string> Labels, IReadOnlyList<string> Observations, bool AiPowered = false, string? Model = null, bool Cached = false);
