namespace FitServerless.Functions.Health;

/// <summary>What this is, and where to go on.</summary>
public sealed record ServiceView(string Name, string Description, string? Version, string Health, string Docs, string Openapi);
