namespace FitServerless.Coach;

/// <summary>Where an answer comes from.</summary>
/// <param name="Model">The deployment; <c>null</c> for the rules.</param>
/// <param name="IsCached">It was made for an earlier request.</param>
public sealed record Authorship(string? Model, bool IsCached = false)
{
    public static readonly Authorship Rules = new(Model: null);

    public bool IsModel => Model is not null;
}
