namespace FitServerless.Coach.Model;

/// <summary>A call of a model, for the record. Nothing of what was asked or answered.</summary>
/// <param name="Model">The deployment.</param>
/// <param name="PromptTokens">0 where the service did not tell.</param>
/// <param name="Outcome">completed, cutOff, refused or unavailable.</param>
public sealed record AiRequest(
    string UserId, DateTimeOffset At, string Purpose, string Model, int PromptTokens, int CompletionTokens, string Outcome, int Milliseconds);
