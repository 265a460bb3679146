namespace FitServerless.Briefings.Advice;

/// <summary>One piece of advice.</summary>
internal sealed record AdviceAnswer(string Suggestion);
