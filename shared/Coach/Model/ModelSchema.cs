namespace FitServerless.Coach.Model;

/// <summary>
/// A JSON schema that the service enforces. Strict ones know only a part of the language: every member required, no others, no bounds
/// (https://learn.microsoft.com/azure/ai-foundry/openai/how-to/structured-outputs). Bounds are checked here, afterwards.
/// </summary>
public sealed record ModelSchema(string Name, string Json);
