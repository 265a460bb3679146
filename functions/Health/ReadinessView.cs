namespace FitServerless.Functions.Health;

/// <summary>That storage answers.</summary>
public sealed record ReadinessView(string Status);
